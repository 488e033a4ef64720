import CCurl
public import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A connection that is made without an HTTP request: TCP, with TLS where that is asked for, and what a server says on it.
public struct ConnectionCheck: Sendable {
    /// The host: a name or an address, IPv6 without brackets.
    public var host: String
    /// The port.
    public var port: Int
    /// Whether TLS is negotiated.
    public var usesTLS: Bool
    /// What is sent once the connection stands.
    public var message: Data?
    /// Whether a certificate that is not valid is accepted.
    public var acceptsInvalidCertificates = false
    /// A file of certificates (PEM) that are trusted in place of the system's.
    public var authorities: String?

    /// Makes a check.
    public init(host: String, port: Int, usesTLS: Bool = false, message: Data? = nil) {
        (self.host, self.port, self.usesTLS, self.message) = (host, port, usesTLS, message)
    }

    /// The most that is read of what a server says, in bytes.
    private static let longestReply = 1 << 20

    /// Connects, says what is to be said, and listens until enough has come, the server closes, or the time is over.
    ///
    /// Blocks its thread.
    ///
    /// - Parameters:
    ///   - deadline: When to give up.
    ///   - isEnough: Whether what has come is all that is wanted; `nil` does not listen.
    /// - Returns: What came as the body of a response without a status, with the phases and the certificate.
    /// - Throws: ``HTTPError`` where there is no connection.
    public func run(
        until deadline: ContinuousClock.Instant,
        isEnough: ((Data) -> Bool)?
    ) throws(HTTPError) -> HTTPResponse {
        do {
            let handle = try EasyHandle()
            try handle.reset()
            try configure(handle, until: deadline)
            let code = curl_easy_perform(handle.raw)
            guard code == CURLE_OK else {
                throw HTTPError(
                    code: handle.failure(code, while: phase(of: handle)),
                    request: address,
                    detail: handle.explanation(of: code)
                )
            }
            var response = HTTPResponse(status: 0, timings: timings(of: handle), effectiveURL: address)
            response.certificate = HTTPCertificate(lines: handle.certificateLines)
            if let message { try send(message, handle, until: deadline) }
            if let isEnough { response.body = listen(on: handle, until: deadline, isEnough) }
            return response
        } catch let error as HTTPError {
            throw error
        } catch let refused as EasyHandle.OptionRefused {
            throw HTTPError(
                code: .other,
                request: address,
                detail: "curl refused an option (\(refused.code.rawValue))"
            )
        } catch {
            throw HTTPError(code: .other, request: address, detail: "\(error)")
        }
    }

    /// `tls://example.com:443`.
    private var address: String { "\(usesTLS ? "tls" : "tcp")://\(bracketed):\(port)" }

    private var bracketed: String { host.contains(":") ? "[\(host)]" : host }

    private func configure(
        _ handle: EasyHandle,
        until deadline: ContinuousClock.Instant
    ) throws(EasyHandle.OptionRefused) {
        try handle.set(CURLOPT_URL, "\(usesTLS ? "https" : "http")://\(bracketed):\(port)")
        try handle.set(CURLOPT_CONNECT_ONLY, true)
        try handle.set(CURLOPT_NOSIGNAL, true)
        try handle.set(CURLOPT_QUICK_EXIT, true)
        try handle.set(CURLOPT_PROXY, "")
        let time = ContinuousClock.now.duration(to: deadline)
        try handle.set(CURLOPT_TIMEOUT_MS, max(1, Int(time / .milliseconds(1))))
        if usesTLS {
            try handle.setTLS(authorities: authorities, acceptsInvalid: acceptsInvalidCertificates)
        }
    }

    private func timings(of handle: EasyHandle) -> HTTPTimings {
        func time(_ info: CURLINFO) -> Duration { .microseconds(handle.quantity(info)) }
        let connect = time(CURLINFO_CONNECT_TIME_T)
        let tls = usesTLS ? time(CURLINFO_APPCONNECT_TIME_T) : .zero
        return HTTPTimings(
            nameLookup: time(CURLINFO_NAMELOOKUP_TIME_T),
            connect: connect,
            tls: tls,
            request: max(connect, tls),
            firstByte: max(connect, tls),
            total: max(connect, tls)
        )
    }

    private func phase(of handle: EasyHandle) -> HTTPError.Phase {
        if handle.quantity(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
        return usesTLS && handle.quantity(CURLINFO_CONNECT_TIME_T) > 0 ? .tls : .connecting
    }
}

extension ConnectionCheck {
    private func send(
        _ message: Data,
        _ handle: EasyHandle,
        until deadline: ContinuousClock.Instant
    ) throws(HTTPError) {
        var rest = message
        while !rest.isEmpty {
            var count = 0
            let code = rest.withUnsafeBytes { curl_easy_send(handle.raw, $0.baseAddress, $0.count, &count) }
            rest = rest.dropFirst(count)
            if code == CURLE_OK { continue }
            guard code == CURLE_AGAIN, wait(for: POLLOUT, on: handle, until: deadline) else {
                throw HTTPError(
                    code: .connectionLost,
                    request: address,
                    detail: "what was to be sent did not go out"
                )
            }
        }
    }

    /// What comes until it is enough, the server closes, or the time is over.
    private func listen(
        on handle: EasyHandle,
        until deadline: ContinuousClock.Instant,
        _ isEnough: (Data) -> Bool
    ) -> Data {
        var reply = Data()
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while reply.count < Self.longestReply, !isEnough(reply) {
            var count = 0
            let code = buffer.withUnsafeMutableBytes {
                curl_easy_recv(handle.raw, $0.baseAddress, $0.count, &count)
            }
            if code == CURLE_OK {
                if count == 0 { break }
                reply += buffer[..<count]
            } else if code != CURLE_AGAIN || !wait(for: POLLIN, on: handle, until: deadline) {
                break
            }
        }
        return reply
    }

    /// Waits until the connection can be read or written; false where the time is over.
    private func wait(
        for event: Int32,
        on handle: EasyHandle,
        until deadline: ContinuousClock.Instant
    ) -> Bool {
        var socket = curl_socket_t(-1)
        guard curl_easy_getinfo_socket(handle.raw, &socket) == CURLE_OK, socket >= 0 else { return false }
        let time = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
        guard time > 0 else { return false }
        var awaited = pollfd(fd: socket, events: Int16(event), revents: 0)
        return awaitEvents(&awaited, Int32(min(time, 1e9).rounded(.up))) > 0
    }
}

/// Waits for the events of one socket, however often a signal comes between.
private func awaitEvents(_ socket: inout pollfd, _ milliseconds: Int32) -> Int32 {
    while true {
        let count = poll(&socket, 1, milliseconds)
        if count >= 0 || errno != EINTR { return count }
    }
}
