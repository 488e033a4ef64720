import Dispatch
import Foundation
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as cancellation.
final class Interruption: Sendable {
    private let firstSignal = Mutex<Int32?>(nil)

    /// Does `body`; the first signal cancels it, the second ends the process at once.
    ///
    /// - Returns: What `body` returned; `interrupted` where a signal came, whatever it returned.
    /// - Throws: What `body` throws, except `CancellationError` after a signal.
    static func cancelling(
        _ body: @escaping @Sendable () async throws -> ExitStatus
    ) async throws -> ExitStatus {
        let interruption = Interruption()
        let task = Task { try await body() }
        let sources = Self.signals.map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            // Without @Sendable the closure would belong to the main actor and trap on the queue.
            source.setEventHandler { @Sendable in interruption.receive(signal, task) }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        let result = await task.result
        guard let signal = interruption.firstSignal.withLock(\.self) else { return try result.get() }
        if case .failure(let error) = result, !(error is CancellationError) { throw error }
        return .interrupted(signal: signal)
    }

    /// The signals that end a run; not the end of the terminal where whoever started canary has it ignore that (`nohup`).
    private static var signals: [Int32] {
        var hangUp = sigaction()
        sigaction(SIGHUP, nil, &hangUp)
        #if canImport(Darwin)
        let handler = hangUp.__sigaction_u.__sa_handler
        #else
        let handler = hangUp.__sigaction_handler.sa_handler
        #endif
        let isIgnored = unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
        return [SIGINT, SIGTERM] + (isIgnored ? [] : [SIGHUP])
    }

    private func receive(_ signal: Int32, _ task: Task<ExitStatus, any Error>) {
        let isFirst = firstSignal.withLock { first in
            defer { first = first ?? signal }
            return first == nil
        }
        // What must not outlive this process is watched by one that survives it.
        guard isFirst else { _exit(ExitStatus.interrupted(signal: signal).code) }
        task.cancel()
    }
}
