extension RunEvent {
    /// The event with every secret in its texts masked; the flow's name stays whole.
    public func redacted(by redactor: Redactor) -> RunEvent {
        switch self {
        case .runStarted, .flowStarted:
            self
        case .stepStarted(let flow, let attempt, let group, let number, let name, let time):
            .stepStarted(
                flow: flow,
                attempt: attempt,
                group: group.map(redactor.redact),
                number: number,
                name: redactor.redact(name),
                at: time
            )
        case .stepEnded(let flow, let attempt, let group, let isCleanup, let result):
            .stepEnded(
                flow: flow,
                attempt: attempt,
                group: group.map(redactor.redact),
                isCleanup: isCleanup,
                result: result.redacted(by: redactor)
            )
        case .attemptEnded(let flow, let result):
            .attemptEnded(flow: flow, result: result.redacted(by: redactor))
        case .flowEnded(let result):
            .flowEnded(result.redacted(by: redactor))
        case .runEnded(let run, let state, let outcome, let duration, let failure):
            .runEnded(
                run: run,
                state: state,
                outcome: outcome,
                duration: duration,
                failure: failure?.redacted(by: redactor)
            )
        }
    }
}
