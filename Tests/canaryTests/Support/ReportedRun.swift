import CanaryModel
import Foundation
import Testing

/// A run made up for the report: one flow that failed, two that passed.
enum ReportedRun {
    /// Writes `result.json` and the pictures that it names.
    static func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/p", withIntermediateDirectories: true)
        try run.json().write(to: URL(filePath: "\(folder)/result.json"))
        let console = try JSONEncoder().encode(broken.attempts[0].steps[1].console)
        try console.write(to: URL(filePath: "\(folder)/p/console.json"))
        try archive.json().write(to: URL(filePath: "\(folder)/p/network.har"))
        for name in ["1.png", "2.png", "good.png"] {
            try #require(Data(base64Encoded: picture)).write(to: URL(filePath: "\(folder)/p/\(name)"))
        }
    }

    /// A PNG of 16×9 pixels.
    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAJCAAAAAAeQfPuAAAAD0lEQVR4nGM4gAYYBokAAEh5bAGU2qNtAAAAAElFTkSuQmCC"

    private static let start = Timestamp(milliseconds: 1_795_305_599_123)
    private static let place = SourcePosition(file: "broken.canary.json5", line: 2, column: 3)

    private static func step(_ number: Int, _ name: String, _ picture: String?) -> StepResult {
        StepResult(
            number: number,
            name: name,
            position: place,
            outcome: .passed,
            started: start,
            duration: 41,
            url: "https://example.test/a/path/that/is/long/enough/to/need/more/than/a/line/of/a/phone",
            screenshot: picture
        )
    }

    private static func flow(
        _ name: String,
        _ tag: String,
        _ steps: [StepResult],
        failure: Failure? = nil
    ) -> FlowResult {
        let outcome = failure == nil ? Outcome.passed : .failed
        var attempt = AttemptResult(
            number: 1,
            outcome: outcome,
            started: start,
            duration: 90,
            steps: steps,
            failure: failure
        )
        if failure != nil {
            attempt.evidence = EvidenceFiles(console: "p/console.json", network: "p/network.har")
            attempt.statusCounts = StatusCounts(serverErrors: 1)
        }
        return FlowResult(
            name: name,
            title: "Flow \(name)",
            file: "\(name).canary.json5",
            tags: [tag],
            outcome: outcome,
            started: start,
            duration: 90,
            attempts: [attempt]
        )
    }

    private static let broken: FlowResult = {
        let diagnosis = Diagnosis(
            target: "#metrics-panl",
            name: "Metrics panel",
            wanted: "to be visible",
            reason: .absent,
            waited: 2000,
            looks: 140,
            suggestions: ["#metrics-panel", ".metrics"]
        )
        let failure = Failure(
            code: .expectation,
            message: "expected Metrics panel to be visible",
            step: "Metrics",
            position: place,
            excerpt: SourceExcerpt(
                firstLine: 1,
                lines: ["[", "  visible: \"#metrics-panl\", " + String(repeating: "x", count: 200)]
            ),
            diagnoses: [diagnosis]
        )
        var failed = step(2, "Metrics", "p/2.png")
        (failed.outcome, failed.failure) = (.failed, failure)
        failed.lastGood = PreviousPicture(run: "before", taken: start, path: "p/good.png")
        let viewport = Viewport(width: 1280, height: 720)
        failed.region = PictureRegion(.element, x: 100, y: 100, width: 300, height: 50, viewport: viewport)
        failed.console = [
            ConsoleEntry(level: .error, source: "javascript", text: "x is not defined", time: start)
        ]
        failed.requests = [
            FailedRequest(
                method: "POST",
                url: request.request.url,
                type: "Fetch",
                status: 503,
                time: start,
                duration: 41
            )
        ]
        return flow("broken", "smoke", [step(1, "Sign in", "p/1.png"), failed], failure: failure)
    }()

    private static let request: HTTPArchive.Entry = {
        let header = HTTPArchive.Pair(name: "X-Long", value: String(repeating: "x", count: 300))
        var entry = HTTPArchive.Entry(
            startedDateTime: start,
            request: .init(method: "POST", url: "https://example.test/api", headers: [header], body: nil),
            resourceType: "Fetch"
        )
        entry.response.status = 503
        return entry
    }()

    private static var archive: HTTPArchive {
        HTTPArchive(
            creator: .init(name: "canary", version: "0.1.0"),
            browser: nil,
            pages: [],
            entries: [request]
        )
    }

    private static let run = RunResult(
        state: .finished,
        id: "20261120T235959Z-k3f9",
        version: "0.1.0",
        started: start,
        duration: 270,
        outcome: .failed,
        flows: [
            flow("login", "slow", [step(1, "First step", nil)]), broken,
            flow("cart", "smoke", [step(1, "Second step", nil)]),
        ]
    )
}
