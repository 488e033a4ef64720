import CanaryBrowser
import CanaryModel
import Foundation
import WebDriver

/// One flow of a run: all its attempts.
struct FlowRun: Sendable {
    let flow: Flow
    let configuration: RunConfiguration
    let driver: DriverChoice
    let folder: RunFolder
    let log: EventLog
    let redactor: Redactor

    /// Runs the flow: again, once, where the driver or browser was at fault, and as often as retries are
    /// asked for where the site was.
    func run() async -> FlowResult {
        var result = FlowResult(unreached: flow)
        let clock = ContinuousClock.now
        result.started = .now()
        var faults = 0
        var failures = 0
        while true {
            let attempt = await attempt(result.attempts.count + 1)
            result.attempts.append(attempt)
            log.tell(.attemptEnded(flow: flow.name, result: attempt))
            guard !Task.isCancelled else { break }
            if attempt.outcome == .error, attempt.failure?.code.isWorthAnotherSession == true, faults < 1 {
                faults += 1
            } else if attempt.outcome == .failed, failures < configuration.retries {
                failures += 1
            } else {
                break
            }
        }
        result.outcome = result.attempts.last?.outcome ?? .skipped
        result.flaky = result.outcome == .passed && result.attempts.count > 1
        result.duration = clock.duration(to: .now).milliseconds
        log.tell(.flowEnded(result))
        return result
    }

    /// How long driver and browser may take to start, outside the flow's own time.
    private static let longestStart = Duration.seconds(30)

    private func attempt(_ number: Int) async -> AttemptResult {
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        log.tell(.flowStarted(flow: flow.name, attempt: number, at: started))
        var result = AttemptResult(
            number: number,
            outcome: .error,
            started: started,
            duration: 0,
            steps: flow.steps.enumerated().map { StepResult(skipped: $1, number: $0 + 1) },
            cleanup: flow.cleanup.enumerated().map { StepResult(skipped: $1, number: $0 + 1) }
        )
        switch driver {
        case .missing(let failure): result.failure = failure
        case .found(let driver):
            do {
                let launch = Launch(driver, flow, configuration, redactor)
                let ran = try await withSession(launch, deadline: .now + Self.longestStart) { live in
                    try await inSession(live, number)
                }
                ran.fill(&result)
            } catch {
                result.failure = Failure(starting: error, redactor: redactor)
            }
        }
        result.duration = clock.duration(to: .now).milliseconds
        return result
    }

    /// What came of an attempt in its session.
    private struct Ran: Sendable {
        let environment: BrowserEnvironment
        let steps: [StepResult]
        let cleanup: [StepResult]

        func fill(_ result: inout AttemptResult) {
            (result.environment, result.steps, result.cleanup) = (environment, steps, cleanup)
            let all = steps + cleanup
            result.failure = all.lazy.compactMap(\.failure).first
            let outcomes = Set(all.map(\.outcome))
            // A fault ends the attempt: what failed softly before it may be the fault's doing.
            result.outcome =
                outcomes.contains(.error) ? .error : outcomes.contains(.failed) ? .failed : .passed
            if result.outcome == .error {
                result.failure = all.lazy.filter { $0.outcome == .error }.compactMap(\.failure).first
            }
        }
    }

    private func inSession(_ live: LiveSession, _ number: Int) async throws -> Ran {
        let page = Page(live, credentials: flow.browser.basicAuth)
        try await page.prepare(flow.browser, until: .now + Self.longestStart)
        let evidence = Evidence(folder: folder, flow: flow.name, attempt: number, redactor: redactor)
        let runner = StepRunner(page: page, flow: flow, attempt: number, evidence: evidence, log: log)
        let steps = await runner.runSteps(until: .now + (configuration.timeout ?? flow.timeout))
        // A task of its own, since an interrupted one could not send a command any more.
        let cleanup = Task { [flow] in await runner.runCleanup(until: .now + flow.cleanupTimeout) }
        return Ran(environment: BrowserEnvironment(live), steps: steps, cleanup: await cleanup.value)
    }
}

extension BrowserEnvironment {
    fileprivate init(_ live: LiveSession) {
        let capabilities = live.session.capabilities
        self.init(
            browser: capabilities.browserName ?? "unknown",
            browserVersion: capabilities.browserVersion ?? "unknown",
            driverVersion: capabilities.chromedriverVersion?.split(separator: " ").first.map(String.init)
                ?? "unknown",
            platform: capabilities.platformName ?? "unknown",
            isSandboxOff: live.isSandboxOff
        )
    }
}
