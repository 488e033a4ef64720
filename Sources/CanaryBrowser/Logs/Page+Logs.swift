import CanaryModel
import WebDriver

extension Page {
    /// Reads what the driver's logs have gathered since they were read last.
    ///
    /// The session must have been asked for the logs (`goog:loggingPrefs`); one that is not kept adds nothing.
    ///
    /// - Parameters:
    ///   - console: Whether the console is read (`browser`).
    ///   - network: Whether the network is (`performance`).
    ///   - deadline: When to give up.
    /// - Returns: What is new, for ``PageLogs/take(_:)``.
    /// - Throws: ``BrowserError`` where the driver does not answer.
    public func newLogs(
        console: Bool,
        network: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> LogBatch {
        try await explaining {
            var batch = LogBatch()
            if console {
                let entries = try await entries(of: "browser", until: deadline)
                batch.console = (heldLogs.console + entries).map(ConsoleEntry.init)
                heldLogs.console = []
            }
            guard network else { return batch }
            let entries = heldLogs.traffic + (try await entries(of: "performance", until: deadline))
            heldLogs.traffic = []
            for entry in entries {
                do {
                    if let event = try NetworkEvent.read(entry) { batch.events.append(event) }
                } catch {
                    batch.unread += 1  // another version's form: the others still count
                }
            }
            return batch
        }
    }

    /// The entries of a log since it was read last; none where the driver does not keep it.
    func entries(
        of log: String,
        until deadline: ContinuousClock.Instant
    ) async throws -> [LogEntry] {
        do {
            return try await live.session.send(.getLog(log), deadline: deadline)
        } catch {
            // A driver without logs, or one that was not asked for this one.
            if error.isCancelled { throw CancellationError() }
            if error.isPastDeadline {
                throw BrowserError(.timeout, "the driver did not hand over its log in time")
            }
            if error.isUnsupported || error.code == .invalidArgument { return [] }
            throw await explained(error)
        }
    }
}
