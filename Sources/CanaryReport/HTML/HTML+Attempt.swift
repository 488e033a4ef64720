import CanaryModel

extension HTML {
    /// Writes what came of an attempt: why it did not pass, its pictures, its steps, and what was kept of it.
    mutating func content(of attempt: AttemptResult, of flow: FlowResult) {
        failures(of: attempt, of: flow)
        warnings(attempt)
        strip(attempt, group: "\(flow.name)-\(attempt.number)")
        timeLine(attempt, of: flow)
        if !attempt.notes.isEmpty { notes(attempt.notes) }
        console(attempt)
        requests(attempt, of: flow)
        document(attempt)
        remains(attempt)
    }

    private mutating func failures(of attempt: AttemptResult, of flow: FlowResult) {
        if let failure = attempt.failureOutsideSteps {
            let whole = StepFailure(failure: failure, step: nil)
            self.failure(whole, heading: failure.code.outcome.verdict, of: attempt, of: flow)
        }
        for step in attempt.placedSteps {
            for failure in step.result.failures {
                let inner = failure.step.flatMap { $0.name == step.result.name ? nil : " › " + $0.name }
                self.failure(failure, heading: step.title + (inner ?? ""), of: attempt, of: flow)
            }
        }
    }

    /// What steps warn of, behind their names.
    private mutating func warnings(_ attempt: AttemptResult) {
        let warned = attempt.placedSteps.flatMap { step in
            step.result.warningSentences.map { (step.title, $0) }
        }
        if warned.isEmpty { return }
        element("ul", ["class": "warnings"]) { html in
            for (step, sentence) in warned {
                html.element("li") { html in
                    html.element("b", text: step + ": ")
                    html.text(sentence.cut(to: 500))
                }
            }
        }
    }

    /// The notes of a step or attempt.
    mutating func notes(_ notes: [String]) {
        element("ul", ["class": "notes"]) { html in
            for note in notes { html.element("li", text: note.cut(to: 500)) }
        }
    }

    /// The browser, and the files that lie beside the report.
    private mutating func remains(_ attempt: AttemptResult) {
        element("div", ["class": "remains"]) { html in
            let files: [(String, String?)] = [
                ("Console", attempt.evidence.console), ("Network (HAR)", attempt.evidence.network),
                ("DOM at the failure", attempt.evidence.dom),
            ]
            for case (let words, let path?) in files {
                html.element("a", ["href": html.reference(to: path), "class": "file"], text: words)
            }
            if let environment = attempt.environment {
                html.element("span", ["class": "environment"], text: environment.summary)
            }
        }
    }
}
