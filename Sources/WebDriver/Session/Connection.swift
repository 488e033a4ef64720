import CanaryHTTP
import Foundation

/// A driver, as it is reached.
public final class Connection: Sendable {
    /// The driver's address, without credentials.
    public let url: String
    private let credentials: HTTPCredentials?
    private let acceptsInvalidCertificates: Bool
    private let observer: (@Sendable (WireExchange) -> Void)?
    private let client = HTTPClient()

    /// Makes a connection; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - url: `http(s)://user:password@host:port/path` of a driver; user, password, port and path may be
    ///     absent, slashes at the end do not matter. The credentials are used for HTTP basic authentication
    ///     and appear in no text.
    ///   - acceptsInvalidCertificates: Whether the driver's own certificate may be one that does not hold.
    ///   - observer: Gets every exchange; must be quick. Without one nothing is gathered.
    /// - Throws: ``DriverURLError`` where the URL is none of a driver.
    public init(
        url: String,
        acceptsInvalidCertificates: Bool = false,
        observer: (@Sendable (WireExchange) -> Void)? = nil
    ) throws(DriverURLError) {
        let driver = try DriverURL(url)
        self.url = driver.base
        self.credentials = driver.credentials
        self.acceptsInvalidCertificates = acceptsInvalidCertificates
        self.observer = observer
    }

    /// Sends a command and waits for its response.
    ///
    /// A GET whose reply is lost with its connection is sent once more on a fresh one.
    ///
    /// - Parameters:
    ///   - command: What to do.
    ///   - session: The session's id; `nil` for a command of the driver itself.
    ///   - deadline: When to give up.
    /// - Returns: The command's response.
    /// - Throws: What the driver answered, or what kept its answer away.
    @discardableResult
    public nonisolated(nonsending) func send<Response>(
        _ command: Command<Response>,
        session: String?,
        deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> Response {
        let path = try path(of: command, session: session)
        do {
            return try await exchange(command, path, deadline)
        } catch {
            guard error.mayBeReplayed else { throw error }
            return try await exchange(command, path, deadline)
        }
    }

    /// Asks whether the driver can take a session.
    ///
    /// - Parameter deadline: When to give up.
    /// - Returns: What the driver says of itself; also one that is not ready answers.
    /// - Throws: What kept the answer away.
    public nonisolated(nonsending) func status(
        deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> DriverStatus {
        try await send(.status, session: nil, deadline: deadline)
    }

    private func path<R>(of command: Command<R>, session: String?) throws(WebDriverError) -> String {
        if let failure = command.encodingFailure {
            throw WebDriverError(code: .invalidArgument, command: command.name, message: failure)
        }
        guard command.isSessionCommand else { return command.path.text }
        guard let session else {
            let message = "this command is one of a session, and none is named"
            throw WebDriverError(code: .invalidSessionID, command: command.name, message: message)
        }
        return "/session/\(PercentEncoding.segment(session))\(command.path.text)"
    }

    private nonisolated(nonsending) func exchange<R>(
        _ command: Command<R>,
        _ path: String,
        _ deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> R {
        let request = HTTPRequest(
            method: command.method.rawValue,
            url: url + path,
            headers: command.body == nil ? [] : [Self.contentType],
            body: command.body,
            credentials: credentials,
            acceptsInvalidCertificates: acceptsInvalidCertificates
        )
        let start = observer.map { _ in ContinuousClock.now }
        let exchange: Exchange<R>
        do {
            exchange = Exchange(command, reply: try await client.send(request, deadline: deadline))
        } catch {
            exchange = Exchange(command, failure: error)
        }
        if let observer, let start {
            observer(WireExchange(request, path: path, exchange, ContinuousClock.now - start))
        }
        return try exchange.result.get()
    }

    private static let contentType = HTTPHeader(
        name: "Content-Type",
        value: "application/json; charset=utf-8"
    )
}
