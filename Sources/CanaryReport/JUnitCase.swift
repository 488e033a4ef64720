import CanaryModel

/// A `testcase` element.
struct JUnitCase {
    /// Its name.
    var name: String
    /// How it ended.
    var outcome: Outcome
    /// How long it took, in ms.
    var duration = 0
    /// Why it did not pass.
    var failures: [StepFailure] = []
    /// Its `system-out`, a line each.
    var notes: [String] = []

    /// The cases of a flow's last attempt, no two of the same name.
    ///
    /// A failure outside of all steps, such as a browser that did not start, has a case with the flow's title.
    static func cases(of flow: FlowResult) -> [JUnitCase] {
        guard let attempt = flow.attempts.last else {
            return withUniqueNames([JUnitCase(name: flow.title, outcome: flow.outcome)])
        }
        var cases = attempt.steps.map { JUnitCase($0, name: $0.name) }
        cases += attempt.cleanup.map { JUnitCase($0, name: "cleanup: \($0.name)") }
        if let failure = attempt.failureOutsideSteps {
            let outside = JUnitCase(
                name: flow.title,
                outcome: failure.code.outcome,
                duration: attempt.duration - (attempt.steps + attempt.cleanup).reduce(0) { $0 + $1.duration },
                failures: [StepFailure(failure: failure, step: nil)]
            )
            cases.insert(outside, at: 0)
        }
        return withUniqueNames(cases)
    }

    private static func withUniqueNames(_ cases: [JUnitCase]) -> [JUnitCase] {
        var taken: Set<String> = []
        return cases.map { original in
            var unique = original
            unique.name = original.name.printable(upTo: 200)
            let name = unique.name
            var number = 2
            while !taken.insert(unique.name).inserted {
                unique.name = "\(name) (\(number))"
                number += 1
            }
            return unique
        }
    }

    /// The case as XML.
    func element(suite: String) -> XMLElement {
        var children = [verdict].compactMap(\.self)
        if !notes.isEmpty { children.append(XMLElement("system-out", text: notes.joined(separator: "\n"))) }
        let attributes: KeyValuePairs<String, String?> = [
            "name": name, "classname": suite, "time": duration.seconds,
        ]
        return XMLElement("testcase", attributes, children: children)
    }

    private var verdict: XMLElement? {
        let kind: String
        switch outcome {
        case .passed: return nil
        case .skipped: return XMLElement("skipped", ["message": "not reached"])
        case .failed: kind = "failure"
        case .error: kind = "error"
        }
        guard let first = failures.first?.failure else { return XMLElement(kind) }
        let sentences = failures.flatMap(\.failure.sentences).map { $0.printable(upTo: 1000) }
        return XMLElement(
            kind,
            ["message": sentences.joined(separator: "\n"), "type": first.code.rawValue],
            text: "\n" + failures.map(\.plainText).joined(separator: "\n")
        )
    }
}

extension JUnitCase {
    fileprivate init(_ step: StepResult, name: String) {
        self.init(
            name: name,
            outcome: step.outcome,
            duration: step.duration,
            failures: step.failures,
            notes: step.allNotes.map { $0.printable(upTo: 1000) }
        )
    }
}

extension StepResult {
    /// Its notes, then those of its steps with their names.
    fileprivate var allNotes: [String] {
        notes + steps.flatMap { step in step.allNotes.map { "\(step.name): \($0)" } }
    }
}

extension StepFailure {
    /// The failure in full as plain text, a line each.
    fileprivate var plainText: String {
        let step = failure.step.map { [Fact("step", $0)] } ?? []
        let lines =
            failure.findings.flatMap { [$0.sentence] + $0.facts.flatMap(\.plainLines) }
            + (step + facts(folder: "")).flatMap(\.plainLines)
        return lines.map { $0.printable(upTo: 1000) + "\n" }.joined()
    }
}

extension Fact {
    fileprivate var plainLines: [String] { values.map { "  \(label): \($0)" } }
}
