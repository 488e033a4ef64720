import Testing

@testable import WebDriver

@Suite("SessionStartFailure") struct SessionStartFailureTests {
    static let messages: [(String, SessionStartFailure, Bool)] = [
        (
            "This version of ChromeDriver only supports Chrome version 156\nCurrent browser version is 150.0.1 with "
                + "binary path /usr/bin/chromium",
            .versionMismatch, false
        ),
        (
            "Chrome instance exited. Examine ChromeDriver verbose log to determine the cause.",
            .browserExited, true
        ),
        ("unknown error: DevToolsActivePort file doesn't exist", .noDebuggerPort, true),
        (
            "probably user data directory is already in use, please specify a unique value for --user-data-dir",
            .profileInUse, true
        ),
        ("Timed out while waiting for Chrome process", .startTimeout, true),
        ("chrome not reachable", .startTimeout, true),
        ("cannot connect to chrome at 127.0.0.1:9", .debuggerUnreachable, false),
        ("No matching capabilities found", .capabilitiesNotMet, false),
        ("Could not start a new session. New session request timed out", .queueTimeout, true),
        ("something new", .other, false),
    ]

    @Test("is told by the driver's words, with whether to try again", arguments: messages)
    func kind(message: String, kind: SessionStartFailure, isRetryWorthwhile: Bool) {
        let error = WebDriverError(
            code: .sessionNotCreated,
            command: "POST /session",
            message: "session not created: \(message)"
        )
        #expect(error.startFailure == kind)
        #expect(error.startFailure?.isRetryWorthwhile == isRetryWorthwhile)
    }

    @Test("every kind has words that lead to it")
    func completeness() {
        #expect(Set(Self.messages.map(\.1)) == Set(SessionStartFailure.allCases))
    }

    @Test("another error is none")
    func otherCode() {
        let error = WebDriverError(code: .unknownError, command: "", message: "chrome not reachable")
        #expect(error.startFailure == nil)
    }
}
