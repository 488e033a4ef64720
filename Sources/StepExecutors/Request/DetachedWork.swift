import Foundation
import Synchronization

/// Work that nothing can interrupt, as a regular expression that backtracks: on a thread of its own, which is left behind
/// where the work takes too long, and ends with the process at the latest.
enum DetachedWork {
    /// How much stack the thread has.
    private static let stackSize = 8 << 20

    /// Does a piece of work.
    ///
    /// - Returns: What came of it; `nil` where it was not done by the deadline, or the task was cancelled before.
    static func run<Value: Sendable>(
        until deadline: ContinuousClock.Instant,
        _ work: @escaping @Sendable () -> Value
    ) async -> Value? {
        let handover = Handover<Value>()
        let timer = Task {
            do {
                try await Task.sleep(until: deadline, clock: .continuous)
                handover.give(nil)
            } catch {
                return  // the work was done before
            }
        }
        defer { timer.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                handover.take(continuation)
                let thread = Thread { handover.give(work()) }
                thread.stackSize = stackSize
                thread.start()
            }
        } onCancel: {
            handover.give(nil)
        }
    }

    /// Hands the first value over that is given.
    private final class Handover<Value: Sendable>: Sendable {
        private enum State {
            case open
            case awaited(CheckedContinuation<Value?, Never>)
            case given(Value?)
            case done
        }

        private let state = Mutex(State.open)

        func give(_ value: Value?) {
            let waiting = state.withLock { state -> CheckedContinuation<Value?, Never>? in
                switch state {
                case .open: state = .given(value)
                case .awaited(let continuation):
                    state = .done
                    return continuation
                case .given, .done: break
                }
                return nil
            }
            waiting?.resume(returning: value)
        }

        func take(_ continuation: CheckedContinuation<Value?, Never>) {
            let given = state.withLock { state -> Value?? in
                if case .given(let value) = state {
                    state = .done
                    return .some(value)
                }
                state = .awaited(continuation)
                return .none
            }
            if case .some(let value) = given { continuation.resume(returning: value) }
        }
    }
}
