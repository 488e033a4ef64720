import Synchronization

/// The reply of a request that may still be under way: settled once, awaited by one task.
final class PendingReply: Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPError>

    private enum State {
        case open
        case awaited(CheckedContinuation<Outcome, Never>)
        case settled(Outcome)
    }

    private let state = Mutex(State.open)
    private let cancelled = Atomic(false)

    /// Whether the task that waits for it was cancelled, be it before the request began.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    var isSettled: Bool {
        state.withLock { state in
            if case .settled = state { true } else { false }
        }
    }

    /// The outcome, waited for without holding a thread.
    nonisolated(nonsending) var outcome: Outcome {
        get async {
            await withCheckedContinuation { continuation in
                let outcome = state.withLock { state -> Outcome? in
                    if case .settled(let outcome) = state { return outcome }
                    state = .awaited(continuation)
                    return nil
                }
                if let outcome { continuation.resume(returning: outcome) }
            }
        }
    }

    func cancel() {
        cancelled.store(true, ordering: .releasing)
    }

    func settle(_ outcome: Outcome) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            defer { state = .settled(outcome) }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        continuation?.resume(returning: outcome)
    }
}
