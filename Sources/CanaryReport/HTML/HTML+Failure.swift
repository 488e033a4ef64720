import CanaryModel

extension HTML {
    /// Writes why a step did not pass: in words, as pictures, in the flow file, and what would help.
    ///
    /// `attempt` and `flow` are those in which it happened; none of a failure of the whole run.
    mutating func failure(
        _ stepFailure: StepFailure,
        heading: String?,
        of attempt: AttemptResult? = nil,
        of flow: FlowResult? = nil
    ) {
        let failure = stepFailure.failure
        element("section", ["class": "failure \(failure.code.outcome.rawValue)"]) { html in
            if let heading {
                html.element("h3") { html in
                    html.mark(failure.code.outcome)
                    html.element("span", text: heading.cut(to: 200))
                    html.element("code", ["class": "code"], text: failure.code.rawValue)
                    let title = [flow?.name, heading].compactMap(\.self).joined(separator: " › ")
                    let lines = stepFailure.lines(under: title, in: attempt?.environment)
                    html.copyButton(lines, "Copy as text")
                }
            }
            for sentence in failure.sentences {
                if sentence == failure.causeSentence {
                    html.cause(sentence, of: failure)
                    continue
                }
                html.finding(sentence, failure.diagnoses.first { $0.sentence == sentence }, of: failure)
            }
            if let help = failure.help {
                let shown = help.cut(to: StepFailure.longestHelp.characters)
                html.element("p", ["class": "help"], text: shown)
            }
            html.facts([stepFailure.page, stepFailure.time].compactMap(\.self))
            if let step = stepFailure.step { html.comparison(step, before: attempt?.pictured(before: step)) }
            html.excerpt(of: failure)
        }
    }

    private mutating func cause(_ sentence: String, of failure: Failure) {
        element("div", ["class": "finding"]) { html in
            html.element("p", ["class": "sentence"], text: sentence.cut(to: 1000))
            html.facts(failure.otherCauses)
        }
    }

    private mutating func finding(_ sentence: String, _ diagnosis: Diagnosis?, of failure: Failure) {
        element("div", ["class": "finding"]) { html in
            html.element("p", ["class": "sentence"], text: sentence.cut(to: 1000))
            guard let diagnosis else { return }
            let target = diagnosis.target.map { [Fact("target", $0.cut(to: 2000))] } ?? []
            let place = diagnosis.position.flatMap {
                $0 == failure.position ? nil : [Fact("at", $0.description)]
            }
            html.facts(target + diagnosis.seen + (place ?? []))
            html.suggestions(diagnosis.suggestions)
            if let late = diagnosis.appearedAfter {
                html.element("p", ["class": "help"], text: late.advice(waited: diagnosis.waited))
            }
        }
    }

    mutating func facts(_ facts: [Fact]) {
        guard !facts.isEmpty else { return }
        element("dl", ["class": "facts"]) { html in
            for fact in facts {
                html.element("dt", text: fact.label)
                html.element("dd") { html in
                    for value in fact.values { html.element("code", text: value) }
                }
            }
        }
    }

    private mutating func suggestions(_ suggestions: [String]) {
        guard !suggestions.isEmpty else { return }
        element("div", ["class": "suggestions"]) { html in
            let what =
                suggestions[0].hasPrefix("$") ? "a value of the response" : "exactly one visible element"
            let which = suggestions.count == 1 ? "This" : "Each of these"
            html.element("p", text: "\(which) would have matched \(what):")
            html.element("ul") { html in
                for suggestion in suggestions {
                    html.element("li") { html in
                        html.element("code", text: suggestion.cut(to: 300))
                        html.copyButton([suggestion], "Copy")
                    }
                }
            }
        }
    }

    /// The lines of the flow file, with the place marked.
    private mutating func excerpt(of failure: Failure) {
        guard let position = failure.position else { return }
        element("figure", ["class": "excerpt"]) { html in
            html.element("figcaption", text: position.description)
            guard let excerpt = failure.excerpt else { return }
            html.element("pre", ["tabindex": "0", "role": "region", "aria-label": "Lines of the flow file"]) {
                html in
                for (index, line) in excerpt.lines.enumerated() {
                    html.line(line, number: excerpt.firstLine.adding(clamped: index), position)
                }
            }
        }
    }

    private mutating func line(_ line: String, number: Int, _ position: SourcePosition) {
        let isPlace = number == position.line
        element("span", ["class": isPlace ? "line place" : "line", "data-number": "\(number)"]) { html in
            let scalars = line.cut(to: 300).replacing("\t", with: " ").unicodeScalars
            let before =
                isPlace ? scalars.prefix(max(0, position.column.subtracting(clamped: 1))) : scalars[...]
            html.text(String(before))
            let after = String(scalars.dropFirst(before.count))
            if !after.isEmpty { html.element("mark", text: after) }
        }
    }
}

extension Int {
    /// What to make of something that came after `self` ms, too late.
    fileprivate func advice(waited: Int) -> String {
        "It appeared after \(elapsed); the step waited \(waited.elapsed). "
            + "If it may take so long, give the step a longer timeout; if not, the site was too slow."
    }
}
