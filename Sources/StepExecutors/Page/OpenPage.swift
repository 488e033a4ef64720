import CanaryBrowser
import CanaryModel
import WebDriver

/// A page in a browser of its own that lasts until it is closed.
final class OpenPage: Sendable {
    /// The page.
    let page: Page
    private let end: AsyncStream<Never>.Continuation
    private let running: Task<Void, Never>

    /// Starts driver and browser, which last until ``close()``.
    ///
    /// - Throws: Why none could be started; `CancellationError` where the task was cancelled before.
    init(
        _ launch: Launch,
        credentials: BasicAuth?,
        files: FileAccess?,
        processorTimes: (@Sendable () -> ProcessorTimes?)?,
        deadline: ContinuousClock.Instant
    ) async throws {
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        let (starts, start) = AsyncThrowingStream.makeStream(of: Page.self)
        running = Task {
            do {
                try await withPage(
                    launch,
                    credentials: credentials,
                    files: files,
                    processorTimes: processorTimes,
                    deadline: deadline
                ) { page in
                    start.yield(page)
                    for await _ in ended {}
                }
                start.finish()
            } catch {
                start.finish(throwing: error)
            }
        }
        self.end = end
        var first: Page?
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
        page = first
    }

    /// Ends it, and waits until nothing of it is left.
    func close() async {
        end.finish()
        await running.value
    }
}
