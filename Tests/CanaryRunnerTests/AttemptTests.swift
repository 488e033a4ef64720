import CanaryModel
import CanaryRunner
import DemoSite
import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Attempts at a flow") struct AttemptTests {
    @Test("a flow that passes only when it is run again is flaky, and both attempts are kept")
    func flaky() async throws {
        let run = try await run(
            flow(##"{ open: "/" }"##),
            behaviour: ["/": [.once(.status(500))]]
        ) { $0.retries = 1 }
        let result = run.result.flows[0]
        #expect(result.attempts.map(\.outcome) == [.failed, .passed])
        #expect(result.attempts[0].failure?.code == .status)
        #expect(result.outcome == .passed)
        #expect(result.flaky)
        #expect(result.attempts[1].steps[0].screenshot == "test/attempt-2/01-open.png")
    }

    @Test(
        "all that is kept of an attempt that failed and of the one that passed after it lies in their folders"
    )
    func evidence() async throws {
        let run = try await run(
            flow(##"{ open: "/" }"##),
            behaviour: ["/": [.once(.status(500))]]
        ) { $0.retries = 1 }
        let attempts = run.result.flows[0].attempts
        let named = attempts.map { attempt in
            [
                attempt.evidence.console, attempt.evidence.dom, attempt.evidence.network,
                attempt.steps[0].screenshot,
            ]
        }
        try #require(named.count == 2)
        #expect(
            named[0] == ["test/console.json", "test/failure.html", "test/network.har", "test/01-open.png"]
        )
        let second = "test/attempt-2"
        #expect(
            named[1] == ["\(second)/console.json", nil, "\(second)/network.har", "\(second)/01-open.png"]
        )
        let kept = run.files.keys.filter { $0.hasPrefix("test/") }
        #expect(kept.sorted() == named.flatMap(\.self).compactMap(\.self).sorted())
    }

    @Test(
        "a flow says itself how often it is run again, unless the run does; every attempt has pictures of its own",
        arguments: [(nil, [Outcome.failed, .passed]), (0, [.failed])] as [(Int?, [Outcome])]
    )
    func retriesOfTheFlow(_ retries: Int?, _ outcomes: [Outcome]) async throws {
        let run = try await run(
            flow(##"{ open: "/" }"##, more: "retries: 2,"),
            behaviour: ["/": [.once(.status(500))]]
        ) { $0.retries = retries }
        let attempts = run.result.flows[0].attempts
        #expect(attempts.map(\.outcome) == outcomes)
        #expect(run.result.flows[0].flaky == (outcomes.count > 1))
        let pictures = attempts.flatMap(\.steps).map { $0.screenshot ?? "none" }
        #expect(Set(pictures).count == outcomes.count)
        for picture in pictures { #expect(run.files[picture] != nil) }
    }

    @Test("a driver that dies is tried once more; both attempts are kept, and the flow is an error")
    func deadDriver() async throws {
        try await withMortalDriver { driver, kill in
            let run = try await run(
                flow(##"{ open: "/" }, { waitFor: { visible: "#never" } }"##),
                configure: { $0.driver = driver },
                onEvent: { event, _ in
                    if case .stepStarted(_, _, _, 2, _, _) = event { kill() }
                }
            )
            let result = run.result.flows[0]
            #expect(result.attempts.map(\.outcome) == [.error, .error])
            #expect(result.attempts.map(\.failure?.code) == [.driverGone, .driverGone])
            #expect(result.outcome == .error)
        }
    }

    @Test("a fault in a later attempt does not hide that the site failed in the first")
    func failureBeforeFault() async throws {
        try await withMortalDriver { driver, kill in
            let run = try await run(
                flow(##"{ open: "/" }, { waitFor: { visible: "#never" } }"##),
                behaviour: ["/": [.once(.status(500))]],
                configure: { ($0.driver, $0.retries) = (driver, 1) },
                onEvent: { event, _ in
                    if case .stepStarted(_, _, _, 2, _, _) = event { kill() }
                }
            )
            let result = run.result.flows[0]
            #expect(result.attempts.map(\.outcome) == [.failed, .error, .error])
            #expect(result.outcome == .failed)
            #expect(run.result.outcome == .failed)
        }
    }

    /// The steps of a flow whose tab is killed at the second one.
    private static let killed =
        ##"{ open: "/" }, { waitFor: { visible: "#login-btn" } }"##

    @Test("a tab that is killed once is nobody's failure: the flow is run again and is flaky")
    func killedTab() async throws {
        try await withPageKilling { driver, kill in
            let run = try await run(
                flow(Self.killed),
                configure: { $0.driver = driver },
                onEvent: { event, _ in
                    if case .stepStarted(_, 1, _, 2, _, _) = event { kill() }
                }
            )
            let result = run.result.flows[0]
            #expect(result.attempts.map(\.outcome) == [.error, .passed])
            #expect(result.attempts[0].failure?.code == .browserGone)
            #expect(result.outcome == .passed && result.flaky)
        }
    }

    @Test(
        "a tab that crashes again at the same step is the site's failure; at another step it could not be judged"
    )
    func crashingTab() async throws {
        for (second, outcome, code) in [(2, Outcome.failed, FailureCode.crash), (3, .error, .browserGone)] {
            try await withPageKilling { driver, kill in
                let run = try await run(
                    flow(Self.killed + ##", { waitFor: { visible: "#login-btn" } }"##),
                    configure: { $0.driver = driver },
                    onEvent: { event, _ in
                        switch event {
                        case .stepStarted(_, 1, _, 2, _, _): kill()
                        case .stepStarted(_, 2, _, second, _, _): kill()
                        default: break
                        }
                    }
                )
                let result = run.result.flows[0]
                #expect(result.outcome == outcome, "\(result.attempts.map(\.failure))")
                #expect(result.attempts.last?.failure?.code == code)
            }
        }
    }

    /// Hands over a driver, and what kills the processes of its browser's pages.
    private func withPageKilling(
        _ body: @Sendable (_ driver: String, _ kill: @escaping @Sendable () -> Void) async throws -> Void
    ) async throws {
        try await withNotedDriver { driver, id in
            try await body(driver) {
                for page in id().flatMap(ProcessorTimes.init(ofGroup:))?.pages ?? [] { kill(page, SIGKILL) }
            }
        }
    }

    /// Hands over a driver that `kill` ends.
    private func withMortalDriver(
        _ body: @Sendable (_ driver: String, _ kill: @escaping @Sendable () -> Void) async throws -> Void
    ) async throws {
        try await withNotedDriver { driver, id in
            try await body(driver) { if let id = id() { kill(id, SIGKILL) } }
        }
    }

    /// Hands over a driver, a script that notes its process and becomes the real one, and what tells that process.
    private func withNotedDriver(
        _ body: @Sendable (_ driver: String, _ id: @escaping @Sendable () -> pid_t?) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let driver = "\(folder)/chromedriver"
            try await writeScript("echo $$ > '\(folder)/id'\nexec chromedriver \"$@\"", to: driver)
            try await body(driver) {
                let text = (try? String(contentsOfFile: "\(folder)/id", encoding: .utf8)) ?? ""
                return pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap {
                    $0 > 1 ? $0 : nil
                }
            }
        }
    }
}
