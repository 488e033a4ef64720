import CanaryModel
import DemoSite
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Cleanup of an interrupted run", .serialized, .timeLimit(.minutes(13)))
struct InterruptedCleanupTests {
    /// Runs a flow, interrupts it at the line that holds `moment`, and returns how long it then took and what it left.
    private func interrupt(
        at moment: String,
        steps: String,
        cleanup: String
    ) async throws -> (time: Duration, result: RunResult) {
        try await withTemporaryFolder { folder in
            let flow = """
                { name: "long", baseURL: "${BASE_URL}", stepTimeout: "40s", cleanupTimeout: "60s",
                  steps: [\(steps)], cleanup: [\(cleanup)] }
                """
            try write(flow, to: "\(folder)/long.canary.json5")
            var signalled: ContinuousClock.Instant?
            let lines = try await DemoSite.withSite { site in
                try await Canary.follow(["run", "--base-url", site.baseURL], in: folder) { line, process in
                    guard signalled == nil, line.contains(moment) else { return }
                    signalled = .now
                    kill(process, SIGINT)
                }
            }
            let time = try #require(signalled).duration(to: .now)
            #expect(lines.last == "status 130")
            let path = "\(folder)/canary-results/latest/result.json"
            return (time, try RunResult(json: Data(contentsOf: URL(filePath: path))))
        }
    }

    @Test("has a short time")
    func short() async throws {
        let (time, result) = try await interrupt(
            at: "Begin",
            steps: ##"{ open: "/", name: "Begin" }, { waitFor: { visible: "#never" } }"##,
            cleanup: ##"{ click: "#nowhere" }, { open: "/health" }"##
        )
        #expect(time < .seconds(15), "the steps themselves have 40 s")
        #expect(result.state == .interrupted)
        let attempt = try #require(result.flows.first?.attempts.first)
        #expect(attempt.steps.map(\.outcome) == [.passed, .error])
        #expect(attempt.cleanup.first?.outcome == .failed)
    }

    @Test("that has begun already is ended shortly after")
    func begun() async throws {
        let (time, result) = try await interrupt(
            at: "cleanup: First",
            steps: ##"{ open: "/" }"##,
            cleanup: ##"{ open: "/", name: "First" }, { click: "#nowhere" }, { open: "/health" }"##
        )
        #expect(time < .seconds(15), "the steps themselves have 40 s")
        let attempt = try #require(result.flows.first?.attempts.first)
        #expect(attempt.cleanup.first?.outcome == .passed)
        #expect(attempt.cleanup[1].failure?.code == .interrupted)
    }
}
