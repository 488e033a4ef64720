import Synchronization

/// A value that becomes known once, from whichever thread.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case open([CheckedContinuation<Value, Never>])
        case known(Value)
    }

    private let state = Mutex(State.open([]))

    /// Makes the value known; only the first call counts.
    func fulfil(_ value: Value) {
        let waiting = state.withLock { state -> [CheckedContinuation<Value, Never>] in
            guard case .open(let waiting) = state else { return [] }
            state = .known(value)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    /// The value, where it is known.
    var known: Value? {
        state.withLock { if case .known(let value) = $0 { value } else { nil } }
    }

    /// The value, waited for; whoever may be cancelled fulfils it from the cancellation handler.
    var value: Value {
        get async {
            await withCheckedContinuation { continuation in
                let known = state.withLock { state -> Value? in
                    switch state {
                    case .known(let value): return value
                    case .open(let waiting):
                        state = .open(waiting + [continuation])
                        return nil
                    }
                }
                if let known { continuation.resume(returning: known) }
            }
        }
    }
}
