import CanaryModel

/// A failure with the evidence of the step that it ended: what every report shows of it.
struct StepFailure: Sendable, Hashable {
    /// The failure.
    let failure: Failure
    /// The step; `nil` where none was reached.
    let step: StepResult?

    /// What holds for the failure as a whole: what helps, the page, the place in the file, the screenshot.
    ///
    /// `folder` is put before the screenshot's path.
    func facts(folder: String) -> [Fact] {
        [
            help,
            page,
            failure.position.map { Fact("at", $0.description) },
            step?.screenshot.map { Fact("screenshot", folder.isEmpty ? $0 : "\(folder)/\($0)") },
        ].compactMap(\.self)
    }

    /// The longest help that is shown, in characters and lines.
    static let longestHelp = (characters: 2000, lines: 12)

    /// What fixes it, and the end of a log where there is one.
    private var help: Fact? {
        let text = failure.help?.cut(to: Self.longestHelp.characters) ?? ""
        let lines = text.split(whereSeparator: \.isNewline).prefix(Self.longestHelp.lines).map(String.init)
        return lines.isEmpty ? nil : Fact("help", lines)
    }

    /// The page on which it failed.
    var page: Fact? {
        let seen = failure.diagnoses.last { $0.url != nil }
        guard let url = seen?.url ?? step?.url else { return nil }
        let title = seen == nil ? step?.title : seen?.title
        return Fact(title == nil ? "url" : "page", url.titled(title))
    }

    /// When it failed, for those who look for that moment in the logs of the site.
    var time: Fact? {
        guard let step, let started = step.started else { return nil }
        let end = Timestamp(milliseconds: started.milliseconds.adding(clamped: step.duration))
        return Fact("time", "\(started.day) \(started.timeOfDay) to \(end.timeOfDay) UTC")
    }

    /// The whole failure as lines of text, for a ticket or a message.
    func lines(under title: String, in environment: BrowserEnvironment?) -> [String] {
        let findings = failure.findings.flatMap { finding in
            [finding.sentence] + finding.facts.flatMap { fact in fact.lines.map { "  " + $0 } }
        }
        let facts =
            facts(folder: "") + [time, environment.map { Fact("browser", $0.summary) }].compactMap(\.self)
        let all = ["\(title) (\(failure.code.rawValue))"] + findings + facts.flatMap(\.lines)
        return (all + failure.excerptLines).map { $0.cut(to: 1000) }
    }
}

extension StepResult {
    /// Why the step did not pass: the failures of its own steps first, then its own where it is another.
    var failures: [StepFailure] {
        guard outcome == .failed || outcome == .error else { return [] }
        return steps.flatMap(failures) + [ownFailure].compactMap(\.self)
    }

    /// The failures of a step of its own.
    func failures(of inner: StepResult) -> [StepFailure] {
        inner.failures.map { StepFailure(failure: $0.failure, step: $0.step?.showing(self)) }
    }

    /// Its own failure, where it is not one of its own steps.
    var ownFailure: StepFailure? {
        guard outcome == .failed || outcome == .error, let failure,
            !steps.flatMap(\.failures).contains(where: { $0.failure == failure })
        else { return nil }
        return StepFailure(failure: failure, step: self)
    }

    /// The step with what it has not to show itself taken from the group it is in.
    private func showing(_ group: StepResult) -> StepResult {
        var step = self
        step.screenshot = screenshot ?? group.screenshot
        step.url = url ?? group.url
        step.title = title ?? group.title
        return step
    }
}

extension AttemptResult {
    /// The failure of the attempt where it is that of no step: no browser, results that could not be written.
    var failureOutsideSteps: Failure? {
        guard let failure else { return nil }
        return (steps + cleanup).contains { $0.outcome == failure.code.outcome } ? nil : failure
    }
}
