import CanaryModel
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("How a run ends") struct OutcomeTests {
    @Test(
        "an interrupted run did not pass",
        arguments: [
            ([Outcome.passed], Outcome.error), ([.passed, .skipped], .error), ([.failed, .skipped], .failed),
        ]
    )
    func interrupted(_ flows: [Outcome], _ expected: Outcome) {
        var result = RunResult(
            state: .running,
            id: "id",
            version: "1",
            started: .now(),
            flows: flows.map { FlowResult(name: "flow", title: "flow", file: "flow", outcome: $0) }
        )
        result.finish(isInterrupted: true, nil)
        #expect(result.outcome == expected)
        #expect(result.state == .interrupted)
        #expect(result.failure?.code == .interrupted)
    }

    @Test("headers that say who one is are secrets, and so is the pair that HTTP authentication sends")
    func secrets() {
        let flow = Flow(
            name: "flow",
            browser: BrowserOptions(
                headers: ["authorization": "Bearer t0ken", "Cookie": "id=7", "Accept": "text/html"],
                basicAuth: BasicAuth(username: "me", password: "pass")
            ),
            steps: []
        )
        #expect(Set(flow.allSecrets) == ["Bearer t0ken", "t0ken", "id=7", "pass", "me:pass"])
    }
}
