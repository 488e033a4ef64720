import WebDriver

/// A session that lasts until it is closed.
final class OpenSession: Sendable {
    /// The session.
    let live: LiveSession
    private let end: AsyncStream<Never>.Continuation
    private let running: Task<Void, Never>

    /// Starts a session, which lasts until ``close()``.
    ///
    /// - Throws: Why none could be started; `CancellationError` where the task was cancelled before.
    init(_ launch: Launch, deadline: ContinuousClock.Instant) async throws {
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        let (starts, start) = AsyncThrowingStream.makeStream(of: LiveSession.self)
        running = Task {
            do {
                try await withSession(launch, deadline: deadline) { live in
                    start.yield(live)
                    for await _ in ended {}
                }
                start.finish()
            } catch {
                start.finish(throwing: error)
            }
        }
        self.end = end
        var first: LiveSession?
        var failure: any Error = CancellationError()
        do {
            first = try await starts.first { _ in true }
        } catch {
            failure = error
        }
        guard let first else {
            end.finish()
            running.cancel()
            await running.value  // nothing that it has started is left behind
            throw failure
        }
        live = first
    }

    /// Ends it, and waits until nothing of it is left.
    func close() async {
        end.finish()
        await running.value
    }
}
