import CanaryModel
import Testing

@testable import CanaryRunner

@Suite("What came during steps") struct StepTimelineTests {
    @Test("a step lists the first 50 of each, and says how many there were", arguments: [50, 51])
    func most(count: Int) throws {
        let start = Timestamp(milliseconds: 1_000)
        let position = SourcePosition(file: "a.canary.json5", line: 1, column: 1)
        let step = StepResult(number: 1, name: "Open", position: position, outcome: .passed, started: start)
        var attempt = AttemptResult(number: 1, outcome: .passed, started: start, duration: 9, steps: [step])
        let entry = ConsoleEntry(level: .error, source: "javascript", text: "no", time: start, step: "1")
        let url = "https://a.test/"
        let request = FailedRequest(
            method: "GET",
            url: url,
            type: "Fetch",
            status: 500,
            time: start,
            duration: 1
        )
        StepTimeline(attempt).give(
            Array(repeating: entry, count: count),
            Array(repeating: ("1", request), count: count),
            to: &attempt
        )
        #expect(attempt.steps[0].console.count == 50)
        #expect(attempt.steps[0].requests.count == 50)
        #expect(
            attempt.steps[0].notes
                == (count == 50
                    ? []
                    : [
                        "the first 50 of 51 warnings and errors of the console are listed",
                        "the first 50 of 51 requests that failed are listed",
                    ])
        )
    }
}
