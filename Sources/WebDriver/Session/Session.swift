/// A session: one browser, driven by commands that the driver runs one after the other.
public final class Session: Sendable {
    /// The driver's name for it.
    public let id: String
    /// What it came to have.
    public let capabilities: SessionCapabilities
    /// The driver.
    public let connection: Connection

    /// Makes a session of one that the driver has open.
    public init(id: String, capabilities: SessionCapabilities, connection: Connection) {
        self.id = id
        self.capabilities = capabilities
        self.connection = connection
    }

    /// Starts a session.
    ///
    /// Where the deadline passes first, the driver may still open it: nobody but the driver's end will close
    /// it then.
    ///
    /// - Parameters:
    ///   - connection: The driver.
    ///   - capabilities: What is asked for.
    ///   - deadline: When to give up.
    /// - Returns: The session, with what it came to have.
    /// - Throws: `session not created`, with ``WebDriverError/startFailure``, or any other ``WebDriverError``.
    public nonisolated(nonsending) static func start(
        on connection: Connection,
        capabilities: Capabilities,
        deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> Session {
        let reply = try await connection.send(.newSession(capabilities), session: nil, deadline: deadline)
        return Session(id: reply.id, capabilities: reply.capabilities, connection: connection)
    }

    /// Sends a command and waits for its response.
    ///
    /// Cancellation and the deadline end the waiting at once, not the command: the driver goes on with it,
    /// and the session's next command waits for its end.
    ///
    /// - Parameters:
    ///   - command: What to do.
    ///   - deadline: When to give up.
    /// - Returns: The command's response.
    /// - Throws: What the driver answered, or what kept its answer away.
    @discardableResult
    public nonisolated(nonsending) func send<Response>(
        _ command: Command<Response>,
        deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> Response {
        try await connection.send(command, session: id, deadline: deadline)
    }

    /// Ends the session and its browser.
    ///
    /// Queues behind a command that still runs. A session that is gone already is not an error.
    ///
    /// - Parameter deadline: When to give up.
    /// - Throws: What kept the driver from ending it.
    public nonisolated(nonsending) func end(deadline: ContinuousClock.Instant) async throws(WebDriverError) {
        do {
            try await send(.deleteSession, deadline: deadline)
        } catch {
            guard error.code == .invalidSessionID else { throw error }
        }
    }
}
