import CanaryModel
import Testing
import WebDriver

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

    @Test(
        "a start that cannot go better is not tried again",
        arguments: [
            (LaunchError(code: .remoteURL, message: ""), false),
            (LaunchError(code: .remoteUnreachable, message: ""), false),
            (LaunchError(code: .driverSilent, message: ""), true),
            (LaunchError(code: .browserExited, message: ""), true),
            (LaunchError(code: .browserExited, message: "", advice: "free some space"), false),
            (
                LaunchError(
                    code: .sessionRefused,
                    message: "",
                    cause: refusal("No matching capabilities found")
                ), false
            ),
            (
                LaunchError(
                    code: .sessionRefused,
                    message: "",
                    cause: refusal("New session request timed out")
                ), true
            ),
        ]
    )
    func start(_ error: LaunchError, _ mayPass: Bool) {
        #expect(error.mayPass == mayPass)
    }

    private static func refusal(_ message: String) -> WebDriverError {
        WebDriverError(code: .sessionNotCreated, command: "POST /session", message: message)
    }
}
