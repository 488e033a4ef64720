import Synchronization

/// Values that several tasks note, in their order.
public final class Recorder<Value: Sendable>: Sendable {
    private let state = Mutex<[Value]>([])

    /// Makes one that has noted nothing.
    public init() {}

    /// The values so far.
    public var values: [Value] { state.withLock(\.self) }

    /// Notes one more.
    public func append(_ value: Value) { state.withLock { $0.append(value) } }
}
