import Foundation
import Synchronization

/// A thread for work that goes deep.
///
/// Callers may have only 512 KB of stack, which work on a value of 128 levels exceeds without optimization.
enum DeepStack {
    /// How many levels a value may have for work to stay on the caller's thread.
    static let maximumLevels = 100

    /// Does a piece of work on a thread with 32 MB of stack, and waits for it.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
        let handover = Handover<Value>()
        let thread = Thread { handover.give(work()) }
        thread.stackSize = 32 << 20
        thread.start()
        return handover.take()
    }

    private final class Handover<Value: Sendable>: Sendable {
        private let value = Mutex<Value?>(nil)
        private let given = DispatchSemaphore(value: 0)

        func give(_ result: Value) {
            value.withLock { $0 = result }
            given.signal()
        }

        func take() -> Value {
            while true {
                given.wait()
                if let value = value.withLock({ $0 }) { return value }
            }
        }
    }
}
