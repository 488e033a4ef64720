import CCurl
import Synchronization

/// The thread that waits for replies, and the door to the transfers it serves.
///
/// It starts with the first request and ends after ``stop()``. The thread holds this object, not the client.
final class EventLoop: Sendable {
    private let transfers = Mutex<Transfers?>(nil)

    /// Performs one exchange, without following redirects.
    nonisolated(nonsending) func perform(_ exchange: Exchange) async -> PendingReply.Outcome {
        let reply = PendingReply()
        return await withTaskCancellationHandler {
            if let socket = start(exchange, reply) { awaitBriefly(reply, on: socket) }
            return await reply.outcome
        } onCancel: {
            reply.cancel()
            enter { $0?.cancel(reply) ?? [] }
        }
    }

    /// Ends the thread and closes every connection; no request may be under way.
    func stop() {
        let poller = transfers.withLock { transfers in
            defer { transfers = nil }
            return transfers?.poller
        }
        poller?.wake()
    }

    /// Begins an exchange.
    ///
    /// - Returns: The socket that the reply will come on, where the caller is to look at it first.
    private func start(_ exchange: Exchange, _ reply: PendingReply) -> Int32? {
        var socket: Int32?
        enter { transfers in
            do {
                let running = try transfers ?? launch()
                transfers = running
                let finished = running.start(exchange, reply)
                socket = running.socketToLookAt()
                return finished
            } catch {
                let failure = HTTPError(.other, exchange.request, "\(error)")
                return [FinishedTransfer(reply: reply, outcome: .failure(failure))]
            }
        }
        return socket
    }

    /// Looks for a reply that is expected sooner than two threads could be woken for it, then leaves it to
    /// the loop.
    private func awaitBriefly(_ reply: PendingReply, on socket: Int32) {
        let limit = ContinuousClock.now + Transfers.quickReply
        repeat {
            guard let ready = Readiness(awaiting: socket) else { break }
            enter { $0?.look([ready]) ?? [] }
        } while !reply.isSettled && .now < limit
        if !reply.isSettled {
            enter {
                $0?.release(); return []
            }
        }
    }

    /// Lets the caller at the transfers, then settles what has ended.
    private func enter(_ body: (inout sending Transfers?) -> sending [FinishedTransfer]) {
        for transfer in transfers.withLock(body) { transfer.settle() }
    }

    private func launch() throws(SystemError) -> Transfers {
        let transfers = try Transfers()
        let poller = transfers.poller
        try DetachedThread.start { self.run(poller) }
        return transfers
    }

    private func run(_ poller: Poller) {
        canary_set_thread_name("canary-http")
        var ready: [Readiness] = []
        var nextWake: ContinuousClock.Instant?
        while true {
            poller.wait(until: nextWake, into: &ready)
            let arrived = ready
            guard let turn = transfers.withLock({ $0?.turn(arrived) }) else { return }
            for transfer in turn.finished { transfer.settle() }
            nextWake = turn.nextWake
        }
    }
}
