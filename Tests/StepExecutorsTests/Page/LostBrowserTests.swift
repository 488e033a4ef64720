import CanaryModel
import CanaryRunner
import DemoSite
import Foundation
import StepExecutors
import TestSupport
import Testing

@testable import WebDriver

@Suite("A driver or a tab that dies") struct LostBrowserTests {
    @Test("a driver that dies is tried once more; both attempts are kept, and the flow is an error")
    func deadDriver() async throws {
        try await withMortalDriver { driver, kill in
            let run = try await run(
                flow(##"{ open: "/" }, { waitFor: { visible: "#never" } }"##),
                browser: { $0.driver = driver },
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

    /// The steps of a flow whose tab is killed at the second one.
    private static let killed =
        ##"{ open: "/" }, { waitFor: { visible: "#login-btn" } }"##

    @Test("a tab that is killed once is nobody's failure: the flow is run again and is flaky")
    func killedTab() async throws {
        try await withPageKilling { driver, kill in
            let run = try await run(
                flow(Self.killed),
                browser: { $0.driver = driver },
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
                    browser: { $0.driver = driver },
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
