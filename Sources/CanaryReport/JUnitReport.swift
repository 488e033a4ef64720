public import CanaryModel
public import Foundation

/// A run as JUnit XML, the form that CI systems read.
///
/// A flow is a `testsuite`, each of its steps (a group as one) and cleanup steps a `testcase`. What failed is a
/// `failure`, what could not be judged an `error`, what was not reached `skipped`. The last attempt counts; what
/// earlier ones came to stands in the cases as Maven Surefire writes it (`flakyFailure`, `rerunFailure` and the same for
/// errors), and in the suite's `system-out`. Pictures and other evidence are attachments in the `system-out` of their
/// case, as Jenkins, GitLab and Azure look for them. It keeps to the schema of the Jenkins xUnit plugin
/// ([junit-10.xsd](https://github.com/jenkinsci/xunit-plugin)), which GitLab and others read too.
public enum JUnitReport {
    /// Makes the file, UTF-8; the same run gives the same bytes.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - folder: What is put before the paths of files: the run's folder, as seen from where CI looks.
    /// - Returns: The bytes.
    public static func data(for run: RunResult, folder: String = "") -> Data {
        var suites = run.flows.map { suite($0, folder) }
        if let failure = run.failure { suites.insert(suite(for: failure, of: run), at: 0) }
        let cases = suites.flatMap(\.cases)
        let root = XMLElement(
            "testsuites",
            [
                "name": "canary",
                "tests": "\(cases.count)",
                "failures": "\(cases.count { $0.outcome == .failed })",
                "errors": "\(cases.count { $0.outcome == .error })",
                "time": run.duration.seconds,
            ],
            children: suites.map(\.element)
        )
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        root.write(to: &text)
        return Data(text.utf8)
    }

    private static func suite(_ flow: FlowResult, _ folder: String) -> JUnitSuite {
        JUnitSuite(
            name: flow.name,
            file: flow.file.isEmpty ? nil : flow.file,
            started: flow.started,
            duration: flow.duration,
            properties: properties(of: flow),
            cases: JUnitCase.cases(of: flow, folder: folder),
            output: output(of: flow)
        )
    }

    /// The suite for what kept the run itself from going on.
    private static func suite(for failure: Failure, of run: RunResult) -> JUnitSuite {
        let failed = JUnitCase(
            name: "run",
            verdict: JUnitVerdict(
                outcome: .error,
                failures: [StepFailure(failure: failure, step: nil)]
            )
        )
        return JUnitSuite(name: "canary", started: run.started, duration: run.duration, cases: [failed])
    }

    private static func properties(of flow: FlowResult) -> [(name: String, value: String)] {
        let environment = flow.attempts.last?.environment
        let properties: KeyValuePairs<String, String?> = [
            "title": flow.title,
            "tags": flow.tags.isEmpty ? nil : flow.tags.joined(separator: " "),
            "attempts": flow.attempts.count > 1 ? "\(flow.attempts.count)" : nil,
            "flaky": flow.flaky ? "true" : nil,
            "degraded": flow.isDegraded ? "true" : nil,
            "browser": environment?.browser,
            "browserVersion": environment?.browserVersion,
            "driverVersion": environment?.driverVersion,
            "platform": environment?.platform,
            "sandbox": environment?.isSandboxOff == true ? "off" : nil,
        ]
        return properties.compactMap { name, value in value.map { (name, $0) } }
    }

    /// Earlier attempts, then the notes of the last one.
    private static func output(of flow: FlowResult) -> String {
        let earlier = flow.attempts.dropLast().flatMap { attempt in
            ["attempt \(attempt.number): \(attempt.outcome.rawValue)"]
                + (attempt.failure?.sentences ?? []).map { "  " + $0.printable(upTo: 1000) }
        }
        return (earlier + (flow.attempts.last?.notes ?? []).map { $0.printable(upTo: 1000) })
            .joined(separator: "\n")
    }
}

extension Int {
    /// Milliseconds as seconds with three decimals: `15.003`; `0.000` where they are negative.
    var seconds: String { Swift.max(self, 0).split }

    private var split: String { "\(self / 1000)." + String(1000 + self % 1000).dropFirst() }
}
