import CanaryModel
import CanaryRunner
import Testing
import WebDriver

@testable import StepExecutors

@Suite("A browser that does not start") struct OpeningErrorTests {
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
        let redactor = Redactor(secrets: [])
        #expect(OpeningError(starting: error, redactor: redactor).mayPass == mayPass)
    }

    private static func refusal(_ message: String) -> WebDriverError {
        WebDriverError(code: .sessionNotCreated, command: "POST /session", message: message)
    }
}
