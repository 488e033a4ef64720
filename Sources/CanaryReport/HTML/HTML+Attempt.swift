import CanaryModel

extension HTML {
    /// Writes what came of an attempt: why it did not pass, its pictures, its steps, and what was kept of it.
    mutating func attempt(_ attempt: AttemptResult, in group: String) {
        if let failure = attempt.failureOutsideSteps {
            self.failure(StepFailure(failure: failure, step: nil), heading: failure.code.outcome.verdict)
        }
        for step in attempt.numberedSteps {
            for failure in step.result.failures {
                let name = failure.failure.step ?? step.result.name
                self.failure(failure, heading: "\(step.number) \(name)")
            }
        }
        strip(attempt, group: "\(group)-\(attempt.number)")
        timeLine(attempt)
        if !attempt.notes.isEmpty { notes(attempt.notes) }
        remains(attempt)
    }

    /// The notes of a step or attempt.
    mutating func notes(_ notes: [String]) {
        element("ul", ["class": "notes"]) { html in
            for note in notes { html.element("li", text: note.cut(to: 500)) }
        }
    }

    /// What the requests came to, the browser, and the files that lie beside the report.
    private mutating func remains(_ attempt: AttemptResult) {
        element("div", ["class": "remains"]) { html in
            if let counts = attempt.statusCounts { html.counts(counts) }
            let files: [(String, String?)] = [
                ("Console", attempt.evidence.console), ("Network (HAR)", attempt.evidence.network),
                ("DOM at the failure", attempt.evidence.dom),
            ]
            for case (let words, let path?) in files {
                html.element("a", ["href": path.relativeReference, "class": "file"], text: words)
            }
            if let environment = attempt.environment {
                html.element("span", ["class": "environment"], text: environment.summary)
            }
        }
    }

    private mutating func counts(_ counts: StatusCounts) {
        let classes: [(String, Int, String)] = [
            ("2xx", counts.successes, "ok"), ("3xx", counts.redirects, "ok"),
            ("4xx", counts.clientErrors, "bad"),
            ("5xx", counts.serverErrors, "bad"), ("without reply", counts.failed, "bad"),
        ]
        element("span", ["class": "counts"]) { html in
            html.text("Requests: ")
            for (name, count, kind) in classes where count > 0 {
                html.element("span", ["class": "status \(kind)"], text: "\(count) × \(name)")
            }
            if counts == StatusCounts() { html.text("none") }
        }
    }
}

extension AttemptResult {
    /// The steps and cleanup steps with the numbers they go by: `3`, `cleanup 1`.
    var numberedSteps: [(number: String, result: StepResult)] {
        steps.map { ("\($0.number)", $0) } + cleanup.map { ("cleanup \($0.number)", $0) }
    }

    /// The same with the steps of groups, each before its group: `2.1`, `2.2`, `2`.
    var picturedSteps: [(number: String, result: StepResult)] {
        numberedSteps.flatMap { step in
            step.result.steps.map { ("\(step.number).\($0.number)", $0) } + [step]
        }.filter { $0.1.screenshot != nil }
    }
}
