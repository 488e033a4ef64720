import Synchronization

/// The orders of the API, and what works on them; they live as long as the site.
final class OrderStore: Sendable {
    /// Something that goes on after its request was answered.
    struct Job: Sendable {
        let id: String
        let order: String
        /// How often it was asked for: the third time it is done.
        var looks = 0

        var state: String { looks >= 3 ? "done" : looks == 2 ? "running" : "queued" }
    }

    /// Why a change was not made.
    enum Refusal: Error {
        case missing, changedMeanwhile
    }

    private struct State {
        var orders: [Order] = []
        /// The orders by the keys of the requests that made them, with what was sent.
        var keys: [String: (order: String, body: [UInt8])] = [:]
        var jobs: [String: Job] = [:]
        var lastNumber = 1000
    }

    private let state = Mutex(State())

    /// The orders, the newest first.
    var all: [Order] { state.withLock { $0.orders.reversed() } }

    func find(_ id: String) -> Order? { state.withLock { $0.orders.first { $0.id == id } } }

    /// Makes an order.
    ///
    /// - Parameters:
    ///   - draft: What it holds.
    ///   - key: What tells the request from others, so that the same one makes no second order.
    ///   - body: What was sent.
    /// - Returns: The order, and whether it was made before; `nil` where the key came with something else.
    func create(_ draft: Order.Draft, key: String?, body: [UInt8]) -> (order: Order, isReplayed: Bool)? {
        state.withLock { state in
            if let key, let known = state.keys[key] {
                guard known.body == body, let order = state.orders.first(where: { $0.id == known.order })
                else { return nil }
                return (order, true)
            }
            state.lastNumber += 1
            let order = Order(draft, id: "ord-\(state.lastNumber)")
            state.orders.append(order)
            if let key { state.keys[key] = (order.id, body) }
            return (order, false)
        }
    }

    /// Changes an order, unless it is no longer what the client has seen.
    func update(
        _ id: String,
        ifMatch tag: String? = nil,
        _ change: (inout Order) -> Void
    ) throws(Refusal) -> Order {
        try state.withLock { state throws(Refusal) in
            guard let index = state.orders.firstIndex(where: { $0.id == id }) else { throw .missing }
            if let tag, tag != "*", tag != state.orders[index].entityTag { throw .changedMeanwhile }
            change(&state.orders[index])
            state.orders[index].version += 1
            return state.orders[index]
        }
    }

    /// Removes an order; false where there is none.
    func delete(_ id: String) -> Bool {
        state.withLock { state in
            guard let index = state.orders.firstIndex(where: { $0.id == id }) else { return false }
            state.orders.remove(at: index)
            return true
        }
    }

    /// Starts to ship an order; `nil` where there is none.
    func startShipment(of id: String) -> Job? {
        state.withLock { state in
            guard state.orders.contains(where: { $0.id == id }) else { return nil }
            let job = Job(id: "job-\(id)-\(state.jobs.count + 1)", order: id)
            state.jobs[job.id] = job
            return job
        }
    }

    /// Looks at a job, which goes on with each look; the order is shipped when it is done.
    func look(at id: String) -> Job? {
        state.withLock { state in
            guard var job = state.jobs[id] else { return nil }
            job.looks += 1
            state.jobs[id] = job
            let order = state.orders.firstIndex { $0.id == job.order }
            if let order, job.state == "done", state.orders[order].status != .shipped {
                state.orders[order].status = .shipped
                state.orders[order].version += 1
            }
            return job
        }
    }
}
