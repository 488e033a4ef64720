import Synchronization

/// What the addresses of a server share: its requests, its limits, and its end.
final class Service: Sendable {
    private struct State {
        var exchanges: [ObjectIdentifier: Exchange] = [:]
        var isStopping = false
    }

    let limits: ServerLimits
    let watch: ConnectionWatch
    private let state = Mutex(State())
    private let requests: AsyncStream<(Exchange, ServerRequest)>
    private let continuation: AsyncStream<(Exchange, ServerRequest)>.Continuation

    init(limits: ServerLimits, watch: ConnectionWatch) {
        self.limits = limits
        self.watch = watch
        (requests, continuation) = AsyncStream.makeStream()
    }

    /// Answers requests until the task is cancelled and each handler has returned.
    func serve(_ handler: @escaping @Sendable (ServerRequest) async -> ServerResponse) async {
        await withDiscardingTaskGroup { group in
            for await (exchange, request) in requests {
                group.addTask { await exchange.answer(request, by: handler) }
            }
        }
    }

    /// Takes an exchange that is to be stopped with the server; false where that stops already.
    func add(_ exchange: Exchange) -> Bool {
        state.withLock { state in
            if !state.isStopping { state.exchanges[ObjectIdentifier(exchange)] = exchange }
            return !state.isStopping
        }
    }

    func handle(_ exchange: Exchange, _ request: ServerRequest) { continuation.yield((exchange, request)) }

    func remove(_ exchange: Exchange) {
        _ = state.withLock { $0.exchanges.removeValue(forKey: ObjectIdentifier(exchange)) }
    }

    /// Has all exchanges end; after this no connection is suspended, nor will be.
    func stop() {
        let exchanges = state.withLock { state in
            state.isStopping = true
            return Array(state.exchanges.values)
        }
        for exchange in exchanges { exchange.stop() }
    }
}
