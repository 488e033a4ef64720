extension RunResult {
    /// The result with every secret in its texts masked.
    ///
    /// Identifiers, flow names, paths and positions in files stay whole, since they must still lead somewhere.
    public func redacted(by redactor: Redactor) -> RunResult {
        var result = self
        result.command = command?.map(redactor.redact)
        result.flows = flows.map { $0.redacted(by: redactor) }
        result.failure = failure?.redacted(by: redactor)
        return result
    }
}

extension FlowResult {
    /// The result with every secret in its texts masked; name and file stay whole.
    public func redacted(by redactor: Redactor) -> FlowResult {
        var result = self
        result.title = redactor.redact(title)
        result.tags = tags.map(redactor.redact)
        result.attempts = attempts.map { $0.redacted(by: redactor) }
        return result
    }
}

extension AttemptResult {
    /// The result with every secret in its texts masked.
    public func redacted(by redactor: Redactor) -> AttemptResult {
        var result = self
        result.steps = steps.map { $0.redacted(by: redactor) }
        result.cleanup = cleanup.map { $0.redacted(by: redactor) }
        result.failure = failure?.redacted(by: redactor)
        result.notes = notes.map(redactor.redact)
        return result
    }
}

extension StepResult {
    /// The result with every secret in its texts masked.
    ///
    /// The position and the screenshot's path stay whole: a file that is named after a step must be named after the
    /// step's redacted name.
    public func redacted(by redactor: Redactor) -> StepResult {
        var result = self
        result.name = redactor.redact(name)
        result.url = url.map(redactor.redact)
        result.title = title.map(redactor.redact)
        result.console = console.map { $0.redacted(by: redactor) }
        result.requests = requests.map { $0.redacted(by: redactor) }
        result.notes = notes.map(redactor.redact)
        result.exchanges = exchanges?.map { $0.redacted(by: redactor) }
        result.log = log?.map { LoggedLine(level: $0.level, text: redactor.redact($0.text)) }
        result.held = held?.map(redactor.redact)
        result.saved = saved?.mapValues(redactor.redact)
        result.warnings = warnings?.map { $0.redacted(by: redactor) }
        result.failure = failure?.redacted(by: redactor)
        result.steps = steps.map { $0.redacted(by: redactor) }
        return result
    }
}
