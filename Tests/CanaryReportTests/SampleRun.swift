import CanaryModel

/// Runs made up for the tests: what a person meets, good and bad.
enum SampleRun {
    static let start = Timestamp(milliseconds: 1_795_305_599_123)

    static func at(_ offset: Int) -> Timestamp { Timestamp(milliseconds: start.milliseconds + offset) }

    static func position(_ line: Int, _ column: Int = 9) -> SourcePosition {
        SourcePosition(file: "canaries/login.canary.json5", line: line, column: column)
    }

    static func step(
        _ number: Int,
        _ name: String,
        _ outcome: Outcome = .passed,
        _ duration: Int = 0,
        failure: Failure? = nil,
        notes: [String] = [],
        steps: [StepResult] = []
    ) -> StepResult {
        StepResult(
            number: number,
            name: name,
            position: position(number * 2),
            outcome: outcome,
            started: outcome == .skipped ? nil : at(number * 100),
            duration: duration,
            url: "https://shop.example.com/login",
            title: "Sign in",
            screenshot: outcome == .skipped ? nil : "login/0\(number)-step.png",
            attempts: outcome == .skipped ? 0 : 1,
            notes: notes,
            failure: failure,
            steps: steps
        )
    }

    static let environment = BrowserEnvironment(
        browser: "chrome-headless-shell",
        browserVersion: "156.0.8078.79",
        driverVersion: "156.0.8078.79",
        platform: "linux",
        isSandboxOff: true
    )

    static let absent = Diagnosis(
        target: ".dashboard-container",
        wanted: "to be visible",
        reason: .absent,
        waited: 15_003,
        looks: 412,
        url: "https://shop.example.com/login?error=1",
        title: "Sign in – Example App",
        suggestions: ["[data-testid=\"dashboard\"]", "main.dashboard"]
    )

    static let covered = Diagnosis(
        target: "#submit-login",
        name: "Sign-in button",
        wanted: "to be clickable",
        reason: .covered,
        matches: 1,
        visibleMatches: 1,
        elements: ["<button id=\"submit-login\" class=\"btn primary\">"],
        coveredBy: "<div class=\"cookie-banner\">",
        firstSeen: 12,
        lastSeen: 9_990,
        waited: 10_004,
        looks: 38,
        url: "https://shop.example.com/login",
        title: "Sign in",
        frame: ["iframe#sso", "iframe[name=inner]"]
    )

    static let ambiguous = Diagnosis(
        target: "button",
        wanted: "to be clickable",
        reason: .ambiguous,
        matches: 7,
        visibleMatches: 6,
        elements: ["<button id=\"a\">", "<button id=\"b\">", "<button class=\"c\">"],
        firstSeen: 0,
        lastSeen: 10_000,
        waited: 10_000,
        looks: 5
    )

    static let mismatch = Diagnosis(
        target: nil,
        wanted: "to have a title that contains \"Dashboard\"",
        reason: .mismatch,
        actual: "502 Bad Gateway",
        waited: 10_000,
        looks: 51,
        url: "https://shop.example.com/",
        title: "502 Bad Gateway"
    )

    static func selectorFailure(
        _ diagnoses: [Diagnosis],
        step: String,
        code: FailureCode = .selector
    ) -> Failure {
        Failure(
            code: code,
            message: "the target did not become what was asked",
            step: step,
            position: position(16),
            diagnoses: diagnoses
        )
    }

    static let failedFlow: FlowResult = {
        let failure = selectorFailure([absent], step: "Dashboard")
        let steps = [
            step(1, "Landing page", .passed, 182),
            step(2, "Click #login-btn", .passed, 41, notes: ["took the 2nd alternative, text=\"Log in\""]),
            step(
                3,
                "Enter credentials",
                .passed,
                96,
                steps: [step(1, "Fill #username", .passed, 51), step(2, "Fill #password", .passed, 45)]
            ),
            step(4, "Click #submit-login", .passed, 73),
            step(5, "Dashboard", .failed, 15_012, failure: failure),
            step(6, "Key elements", .skipped),
        ]
        let attempt = AttemptResult(
            number: 1,
            outcome: .failed,
            started: start,
            duration: 15_871,
            environment: environment,
            steps: steps,
            cleanup: [step(1, "Click #logout", .passed, 31, notes: ["optional: did not hold"])],
            failure: failure,
            notes: ["the browser runs without its sandbox, as root"]
        )
        return FlowResult(
            name: "login",
            title: "Sign in and see the dashboard",
            file: "canaries/login.canary.json5",
            tags: ["smoke", "auth"],
            outcome: .failed,
            started: start,
            duration: 15_871,
            attempts: [attempt]
        )
    }()

    static let groupFlow: FlowResult = {
        let failure = selectorFailure([covered], step: "Click #submit-login")
        let soft = failure2
        let steps = [
            step(
                1,
                "Sign in",
                .failed,
                10_120,
                failure: failure,
                steps: [
                    step(1, "Fill #username", .passed, 51),
                    step(2, "Click #submit-login", .failed, 10_060, failure: failure),
                    step(3, "Wait", .skipped),
                ]
            ),
            step(2, "Key elements", .failed, 10_000, failure: soft),
        ]
        let attempt = AttemptResult(
            number: 1,
            outcome: .failed,
            started: start,
            duration: 20_500,
            environment: environment,
            steps: steps,
            failure: failure
        )
        return FlowResult(
            name: "settings",
            title: "Settings",
            file: "canaries/settings.canary.json5",
            outcome: .failed,
            started: start,
            duration: 20_500,
            attempts: [attempt]
        )
    }()

    private static let failure2 = selectorFailure(
        [ambiguous, mismatch],
        step: "Key elements",
        code: .expectation
    )

    static let errorFlow: FlowResult = {
        let failure = Failure(
            code: .startFailed,
            message: "chromedriver did not start a session within 30 s",
            help: "run canary doctor"
        )
        let attempts = (1...2).map {
            AttemptResult(
                number: $0,
                outcome: .error,
                started: start,
                duration: 30_100,
                steps: [step(1, "Landing page", .skipped)],
                failure: failure
            )
        }
        return FlowResult(
            name: "search",
            title: "Search",
            file: "canaries/search.canary.json5",
            outcome: .error,
            started: start,
            duration: 60_200,
            attempts: attempts
        )
    }()

    static let flakyFlow: FlowResult = {
        let failure = selectorFailure([covered], step: "Click #submit-login")
        let first = AttemptResult(
            number: 1,
            outcome: .failed,
            started: start,
            duration: 10_300,
            environment: environment,
            steps: [step(1, "Click #submit-login", .failed, 10_100, failure: failure)],
            failure: failure
        )
        let second = AttemptResult(
            number: 2,
            outcome: .passed,
            started: at(10_300),
            duration: 700,
            environment: environment,
            steps: [step(1, "Click #submit-login", .passed, 80), step(2, "Click #submit-login", .passed, 81)]
        )
        return FlowResult(
            name: "cart",
            title: "cart",
            file: "canaries/cart.canary.json5",
            outcome: .passed,
            flaky: true,
            started: start,
            duration: 11_000,
            attempts: [first, second]
        )
    }()

    static let unreachedFlow = FlowResult(
        name: "report",
        title: "Monthly report",
        file: "canaries/report.canary.json5"
    )

    static let run = RunResult(
        state: .finished,
        id: "20261120T235959Z-k3f9",
        version: "0.1.0",
        started: start,
        duration: 107_571,
        outcome: .failed,
        flows: [failedFlow, groupFlow, errorFlow, flakyFlow, unreachedFlow]
    )

    static let titles = Dictionary(uniqueKeysWithValues: run.flows.map { ($0.name, $0.title) })

    /// The events that tell of the flow.
    static func events(of flow: FlowResult) -> [RunEvent] {
        flow.attempts.flatMap { attempt in
            [.flowStarted(flow: flow.name, attempt: attempt.number, at: attempt.started)]
                + attempt.steps.flatMap { events(of: $0, flow, attempt, isCleanup: false) }
                + attempt.cleanup.flatMap { events(of: $0, flow, attempt, isCleanup: true) }
                + [.attemptEnded(flow: flow.name, result: attempt)]
        } + [.flowEnded(flow)]
    }

    private static func events(
        of step: StepResult,
        _ flow: FlowResult,
        _ attempt: AttemptResult,
        isCleanup: Bool,
        group: String? = nil
    ) -> [RunEvent] {
        guard let started = step.started else { return [] }
        let number = attempt.number
        return [
            .stepStarted(
                flow: flow.name,
                attempt: number,
                group: group,
                number: step.number,
                name: step.name,
                at: started
            )
        ]
            + step.steps.flatMap { events(of: $0, flow, attempt, isCleanup: isCleanup, group: step.name) }
            + [.stepEnded(flow: flow.name, attempt: number, group: group, isCleanup: isCleanup, result: step)]
    }
}
