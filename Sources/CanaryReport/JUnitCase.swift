import CanaryModel

/// A `testcase` element.
struct JUnitCase {
    /// Its name.
    var name: String
    /// What it came to in the last attempt.
    var verdict: JUnitVerdict
    /// What it came to in the attempts before, as far as something went wrong.
    var earlier: [JUnitVerdict] = []
    /// How long it took, in ms.
    var duration = 0
    /// What is said in its `system-out` before the attachments, a line each.
    var notes: [String] = []

    /// How it ended.
    var outcome: Outcome { verdict.outcome }

    /// The cases of a flow's last attempt, no two of the same name.
    ///
    /// A failure outside of all steps, such as a browser that did not start, has a case with the flow's title.
    /// `folder` is put before the paths of attachments.
    static func cases(of flow: FlowResult, folder: String) -> [JUnitCase] {
        guard let last = flow.attempts.last else {
            return withUniqueNames([JUnitCase(name: flow.title, verdict: JUnitVerdict(outcome: flow.outcome))]
            )
        }
        let earlier = flow.attempts.dropLast()
        func cases(_ steps: KeyPath<AttemptResult, [StepResult]>, prefix: String) -> [JUnitCase] {
            last[keyPath: steps].enumerated().map { index, step in
                let before = earlier.compactMap { attempt in
                    attempt[keyPath: steps].dropFirst(index).first.map {
                        JUnitVerdict($0, in: attempt, folder: folder)
                    }
                }
                return JUnitCase(
                    name: prefix + step.name,
                    verdict: JUnitVerdict(step, in: last, folder: folder),
                    earlier: before.filter(\.isWrong),
                    duration: step.duration,
                    notes: ((step.log ?? []).map { "\($0.level.rawValue): \($0.text)" }
                        + step.warningSentences.map { "warning: \($0)" } + step.allNotes)
                        .map { $0.printable(upTo: 1000) } + step.failedExchanges
                )
            }
        }
        let outside = outside(flow, last, earlier, folder)
        return withUniqueNames(
            outside + cases(\.steps, prefix: "") + cases(\.cleanup, prefix: "cleanup: ")
        )
    }

    /// The case for faults that were those of no step, where there were any.
    private static func outside(
        _ flow: FlowResult,
        _ last: AttemptResult,
        _ earlier: ArraySlice<AttemptResult>,
        _ folder: String
    ) -> [JUnitCase] {
        let verdict = JUnitVerdict(outside: last, folder: folder)
        let before = earlier.compactMap { JUnitVerdict(outside: $0, folder: folder) }
        if verdict == nil, before.isEmpty { return [] }
        return [
            JUnitCase(
                name: flow.title,
                verdict: verdict ?? JUnitVerdict(outcome: .passed),
                earlier: before,
                duration: (last.steps + last.cleanup).reduce(last.duration) {
                    $0.subtracting(clamped: $1.duration)
                }
            )
        ]
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
        let attributes: KeyValuePairs<String, String?> = [
            "name": name, "classname": suite, "time": max(0, duration).seconds,
        ]
        let said = (notes + [verdict.attached]).filter { !$0.isEmpty }.joined(separator: "\n")
        return XMLElement(
            "testcase",
            attributes,
            children: [verdict.element].compactMap(\.self)
                + earlier.compactMap { $0.element(before: outcome) }
                + (said.isEmpty ? [] : [XMLElement("system-out", text: said)])
        )
    }
}

extension StepResult {
    /// Its notes, then those of its steps with their names.
    fileprivate var allNotes: [String] {
        notes + steps.flatMap { step in step.allNotes.map { "\(step.name): \($0)" } }
    }

    /// The last request of each step in it that did not pass, with what was answered.
    fileprivate var failedExchanges: [String] {
        failedExchange(bodyUpTo: 64 << 10) + steps.flatMap(\.failedExchanges)
    }
}
