import CanaryModel

extension Duration {
    /// Waits for so long, or as long as there is time.
    ///
    /// - Throws: ``RunError`` with code `budget` where there was too little, `CancellationError`.
    package func pass(until deadline: ContinuousClock.Instant) async throws {
        let end = ContinuousClock.now + self
        try await Task.sleep(until: min(end, deadline), clock: .continuous)
        if end > deadline { throw RunError(.budget, "the pause is longer than the time that is left") }
    }
}
