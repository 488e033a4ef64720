extension Failure {
    /// The failure with every secret in its texts masked; the position stays whole.
    public func redacted(by redactor: Redactor) -> Failure {
        var failure = self
        failure.message = redactor.redact(message)
        failure.causes = causes.map { Cause($0.kind, redactor.redact($0.message)) }
        failure.help = help.map(redactor.redact)
        failure.step = step.map(redactor.redact)
        failure.excerpt?.lines = excerpt?.lines.map(redactor.redact) ?? []
        failure.diagnoses = diagnoses.map { $0.redacted(by: redactor) }
        return failure
    }
}

extension Diagnosis {
    /// The diagnosis with every secret in its texts masked, and without the target itself.
    public func redacted(by redactor: Redactor) -> Diagnosis {
        var diagnosis = self
        diagnosis.failedTarget = nil
        diagnosis.target = target.map(redactor.redact)
        diagnosis.name = name.map(redactor.redact)
        diagnosis.wanted = redactor.redact(wanted)
        diagnosis.actual = actual.map(redactor.redact)
        diagnosis.expected = expected.map(redactor.redact)
        diagnosis.elements = elements.map(redactor.redact)
        diagnosis.coveredBy = coveredBy.map(redactor.redact)
        diagnosis.hiddenBy = hiddenBy.map(redactor.redact)
        diagnosis.absentPlace = absentPlace.map(redactor.redact)
        diagnosis.unquoted = unquoted.map(redactor.redact)
        diagnosis.url = url.map(redactor.redact)
        diagnosis.title = title.map(redactor.redact)
        diagnosis.frame = frame.map(redactor.redact)
        diagnosis.suggestions = suggestions.map(redactor.redact)
        return diagnosis
    }
}
