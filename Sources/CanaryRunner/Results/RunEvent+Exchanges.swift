import CanaryModel

extension RunEvent {
    /// The event without what steps sent and got where the ends of the steps had it already: of a thousand requests it
    /// would be written three times.
    var withoutRepeatedExchanges: RunEvent {
        switch self {
        case .attemptEnded(let flow, let result):
            return .attemptEnded(flow: flow, result: result.withoutExchanges)
        case .flowEnded(var result):
            result.attempts = result.attempts.map(\.withoutExchanges)
            return .flowEnded(result)
        case .runStarted, .flowStarted, .stepStarted, .stepEnded, .runEnded: return self
        }
    }
}

extension AttemptResult {
    fileprivate var withoutExchanges: AttemptResult {
        var result = self
        result.steps = steps.map(\.withoutExchanges)
        result.cleanup = cleanup.map(\.withoutExchanges)
        return result
    }
}

extension StepResult {
    fileprivate var withoutExchanges: StepResult {
        var result = self
        result.exchanges = nil
        result.steps = steps.map(\.withoutExchanges)
        return result
    }
}
