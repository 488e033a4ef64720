import Synchronization

/// Values that several tasks note, in their order.
final class Recorder<Value: Sendable>: Sendable {
    private let state = Mutex<[Value]>([])

    var values: [Value] { state.withLock(\.self) }

    func append(_ value: Value) { state.withLock { $0.append(value) } }
}
