import CanaryModel

/// A run with every field set, each text with `text` in it.
func fullRun(_ text: String = "text") -> RunResult {
    let position = SourcePosition(file: "login.canary.json5", line: 12, column: 7)
    var diagnosis = Diagnosis(
        target: "#a \(text)",
        name: "name \(text)",
        wanted: "to be \(text)",
        reason: .covered,
        actual: "actual \(text)",
        expected: "expected \(text)",
        matches: 3,
        visibleMatches: 2,
        elements: ["<b> \(text)"],
        coveredBy: "<div> \(text)",
        hiddenBy: "display: none of <div> \(text)",
        absentPlace: "#place \(text)",
        firstSeen: 12,
        lastSeen: 900,
        appearedAfter: 1010,
        waited: 1000,
        looks: 9,
        url: "https://a/?\(text)",
        title: "title \(text)",
        frame: ["#f \(text)"],
        suggestions: ["#b \(text)"],
        position: position
    )
    diagnosis.unquoted = "unquoted \(text)"
    (diagnosis.goneAfter, diagnosis.heldFrom, diagnosis.heldUntil) = (900, 20, 400)
    let failure = Failure(
        code: .selector,
        message: "message \(text)",
        causes: [Cause(.request, "cause \(text)")],
        help: "help \(text)",
        step: "step \(text)",
        position: position,
        excerpt: SourceExcerpt(firstLine: 11, lines: ["steps: [", "{ click: '\(text)' },"]),
        diagnoses: [diagnosis]
    )
    let inner = StepResult(
        number: 1,
        name: "inner \(text)",
        position: position,
        outcome: .failed,
        started: Timestamp(milliseconds: 1_795_305_599_123),
        duration: 17,
        url: "https://a/?\(text)",
        title: "title \(text)",
        screenshot: "login/01.png",
        region: PictureRegion(
            .cover,
            x: -1.5,
            y: 2,
            width: 300,
            height: 40,
            viewport: Viewport(width: 1280, height: 720)
        ),
        cover: PictureRegion(
            .cover,
            x: 0,
            y: 0,
            width: 1280,
            height: 720,
            isDrawn: true,
            viewport: Viewport(width: 1280, height: 720)
        ),
        lastGood: PreviousPicture(
            run: "20261119T000000Z-aaaa",
            taken: Timestamp(milliseconds: 1_795_305_000_000),
            path: "../20261119T000000Z-aaaa/login/01.png"
        ),
        console: [
            ConsoleEntry(
                level: .error,
                source: "javascript",
                text: "Uncaught \(text)",
                url: "https://a/a.js?\(text)",
                line: 3,
                column: 7,
                time: Timestamp(milliseconds: 1_795_305_599_130),
                step: "1"
            )
        ],
        requests: [
            FailedRequest(
                method: "GET",
                url: "https://a/api?\(text)",
                type: "Fetch",
                status: 503,
                error: "net::ERR \(text)",
                time: Timestamp(milliseconds: 1_795_305_599_131),
                duration: 12
            )
        ],
        attempts: 2,
        notes: ["note \(text)"],
        failure: failure
    )
    var group = inner
    group.name = "group \(text)"
    group.steps = [inner]
    let environment = BrowserEnvironment(
        browser: "chrome",
        browserVersion: "156.0",
        driverVersion: "156.1",
        platform: "linux",
        isSandboxOff: true,
        viewport: Viewport(width: 1280, height: 720)
    )
    let attempt = AttemptResult(
        number: 1,
        outcome: .failed,
        started: Timestamp(milliseconds: 1_795_305_599_000),
        duration: 1234,
        environment: environment,
        steps: [group],
        cleanup: [inner],
        failure: failure,
        notes: ["note \(text)"],
        evidence: EvidenceFiles(
            console: "login/console.json",
            network: "login/network.har",
            dom: "login/failure.html"
        ),
        statusCounts: StatusCounts(successes: 9, redirects: 2, clientErrors: 1, serverErrors: 1, failed: 1)
    )
    let flow = FlowResult(
        name: "login",
        title: "title \(text)",
        file: "login.canary.json5",
        tags: ["tag \(text)"],
        outcome: .failed,
        flaky: true,
        started: Timestamp(milliseconds: 1_795_305_599_000),
        duration: 1240,
        attempts: [attempt]
    )
    return RunResult(
        state: .finished,
        id: "20261120T235959Z-k3f9",
        version: "1.0",
        command: ["canary", "run", "flows \(text)"],
        started: Timestamp(milliseconds: 1_795_305_598_999),
        duration: 1300,
        outcome: .failed,
        flows: [flow],
        failure: failure,
        removed: RemovedEvidence(files: 3, bytes: 1_234_567, limit: 200_000_000)
    )
}

/// One event of each kind.
func allEvents(_ text: String = "text") -> [RunEvent] {
    let flow = fullRun(text).flows[0]
    let attempt = flow.attempts[0]
    return [
        .runStarted(run: "20261120T235959Z-k3f9", version: "1.0", flows: ["login"], at: attempt.started),
        .flowStarted(flow: "login", attempt: 1, at: attempt.started),
        .stepStarted(
            flow: "login",
            attempt: 1,
            group: "group \(text)",
            number: 2,
            name: "name \(text)",
            at: attempt.started
        ),
        .stepEnded(flow: "login", attempt: 1, group: nil, isCleanup: false, result: attempt.steps[0]),
        .stepEnded(
            flow: "login",
            attempt: 1,
            group: "group \(text)",
            isCleanup: true,
            result: attempt.cleanup[0]
        ),
        .attemptEnded(flow: "login", result: attempt),
        .flowEnded(flow),
        .runEnded(
            run: "20261120T235959Z-k3f9",
            state: .finished,
            outcome: .failed,
            duration: 1300,
            failure: Failure(code: .output, message: text)
        ),
    ]
}
