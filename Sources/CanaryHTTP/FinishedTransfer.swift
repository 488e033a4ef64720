/// An outcome and the reply that it settles, once the lock is released: the task that
/// waits may be running, and asking for the next request, at that very moment.
struct FinishedTransfer: Sendable {
    let reply: PendingReply
    let outcome: PendingReply.Outcome

    func settle() {
        reply.settle(outcome)
    }
}
