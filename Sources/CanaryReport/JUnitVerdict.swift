import CanaryModel

/// What a step came to in one attempt, as the elements in a `testcase` say it.
struct JUnitVerdict {
    /// How it ended.
    var outcome: Outcome
    /// Why it did not pass.
    var failures: [StepFailure] = []
    /// The files that show it, with the folder they are in; what shows the failure best comes first.
    var attachments: [String] = []
    /// What is put before the paths of files in the text, as it is before those of attachments.
    var folder = ""

    /// Whether something went wrong.
    var isWrong: Bool { outcome == .failed || outcome == .error }

    /// `failure`, `error` or `skipped`; `nil` where it passed.
    var element: XMLElement? {
        switch outcome {
        case .passed: nil
        case .skipped: XMLElement("skipped", ["message": "not reached"])
        case .failed: XMLElement("failure", attributes, text: text)
        case .error: XMLElement("error", attributes, text: text)
        }
    }

    /// The element for an attempt that another followed, as Maven Surefire names them.
    ///
    /// - Parameter last: How the step ended in the last attempt.
    /// - Returns: `flakyFailure` or `flakyError` where it passed then, `rerunFailure` or `rerunError` where it did not;
    ///   `nil` where it was not reached.
    func element(before last: Outcome) -> XMLElement? {
        guard last != .skipped, isWrong else { return nil }
        let name = (last == .passed ? "flaky" : "rerun") + (outcome == .failed ? "Failure" : "Error")
        let files = attachments.isEmpty ? [] : [XMLElement("system-out", text: attached)]
        return XMLElement(name, attributes, children: [XMLElement("stackTrace", text: text)] + files)
    }

    /// The attachments as CI systems look for them, a line each.
    var attached: String {
        attachments.map { "[[ATTACHMENT|\($0.printable)]]" }.joined(separator: "\n")
    }

    private var attributes: KeyValuePairs<String, String?> {
        let sentences = failures.flatMap(\.failure.sentences).map { $0.printable(upTo: 1000) }
        return [
            "message": failures.isEmpty ? nil : sentences.joined(separator: "\n"),
            "type": failures.first?.failure.code.rawValue,
        ]
    }

    private var text: String {
        failures.isEmpty ? "" : "\n" + failures.map { $0.plainText(folder: folder) }.joined(separator: "\n")
    }
}

extension JUnitVerdict {
    /// What a step came to.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - attempt: Its attempt, whose other evidence stands beside the failure that ended it.
    ///   - folder: What is put before the paths of files.
    init(_ step: StepResult, in attempt: AttemptResult, folder: String) {
        let failures = step.failures
        let isDecisive = failures.contains { $0.failure == attempt.failure }
        let pictures = failures.compactMap(\.step?.screenshot) + [step.screenshot].compactMap(\.self)
        self.init(
            outcome: step.outcome,
            failures: failures,
            attachments: (pictures + (isDecisive ? attempt.evidence.paths : [])).inFolder(folder),
            folder: folder
        )
    }

    /// What an attempt came to where the fault was that of no step; `nil` where there was none.
    init?(outside attempt: AttemptResult, folder: String) {
        guard let failure = attempt.failureOutsideSteps else { return nil }
        self.init(
            outcome: failure.code.outcome,
            failures: [StepFailure(failure: failure, step: nil)],
            attachments: attempt.evidence.paths.inFolder(folder)
        )
    }
}

extension EvidenceFiles {
    /// The files that there are.
    fileprivate var paths: [String] { [dom, console, network].compactMap(\.self) }
}

extension [String] {
    /// The paths, each once, below a folder.
    fileprivate func inFolder(_ folder: String) -> [String] {
        var known: Set<String> = []
        return filter { known.insert($0).inserted }.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }
}

extension StepFailure {
    /// The failure in full as plain text, a line each.
    fileprivate func plainText(folder: String) -> String {
        let step = failure.step.map { [Fact("step", $0)] } ?? []
        let lines =
            failure.findings.flatMap { [$0.sentence] + $0.facts.flatMap(\.plainLines) }
            + (step + facts(folder: folder)).flatMap(\.plainLines)
        return lines.map { $0.printable(upTo: 1000) + "\n" }.joined()
    }
}

extension Fact {
    fileprivate var plainLines: [String] { values.map { "  \(label): \($0)" } }
}
