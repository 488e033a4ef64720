import Dispatch
import Foundation

extension DemoSite {
    /// Starts a site, hands it to `body`, and stops it whatever `body` did.
    ///
    /// Answers that are held back at the end are given up; every connection is closed and every
    /// thread gone when the call returns.
    ///
    /// - Returns: What `body` returns.
    /// - Throws: ``SiteError`` where the port cannot be had, or what `body` throws.
    public nonisolated(nonsending) static func withSite<T>(
        _ options: Options = Options(),
        _ body: nonisolated(nonsending) (DemoSite) async throws -> T
    ) async throws -> T {
        let stop = try StopSignal()
        defer { stop.close() }
        let (listener, port) = try FileDescriptor.listening(on: options.port)
        let site = DemoSite(options: options, port: port)
        let threads = DispatchGroup()
        let server = Server(site: site, listener: listener, stop: stop, threads: threads)
        server.start()
        let result: Result<T, any Error>
        do {
            result = .success(try await body(site))
        } catch {
            result = .failure(error)
        }
        stop.send()
        await withCheckedContinuation { ended in
            threads.notify(queue: .global()) { ended.resume() }
        }
        return try result.get()
    }

    /// Keeps a site up until the task is cancelled; no request is recorded.
    ///
    /// - Parameters:
    ///   - options: What the site is started with.
    ///   - onReady: Called once, when the site answers.
    /// - Throws: ``SiteError`` where the port cannot be had, `CancellationError` at the end.
    public static func serve(
        _ options: Options = Options(),
        onReady: @Sendable (DemoSite) -> Void
    ) async throws {
        var options = options
        options.recordsRequests = false
        try await withSite(options) { site in
            onReady(site)
            while true { try await Task.sleep(for: .seconds(3600)) }
        }
    }
}
