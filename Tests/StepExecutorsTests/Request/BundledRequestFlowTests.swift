import CanaryModel
import DemoSite
import TestSupport
import Testing

@Suite("The bundled flows of requests") struct BundledRequestFlowTests {
    private static func run(
        _ name: String,
        _ behaviour: DemoSite.Behaviour = [:]
    ) async throws -> RunOutcome {
        try await StepExecutorsTests.run(select: ["\(name).canary.json5"], behaviour: behaviour)
    }

    @Test("pass, and leave no order", arguments: ["api-health", "order-workflow", "order-on-page"])
    func passes(_ name: String) async throws {
        let run = try await Self.run(name)
        #expect(try run.attempt().failure == nil)
        #expect(run.result.outcome == .passed && !run.result.flows[0].isDegraded)
        let attempt = try run.attempt()
        #expect(attempt.cleanup.allSatisfy { $0.outcome == .passed })
    }

    @Test(
        "fail at the step that breaks, for the right reason, and clean up all the same",
        arguments: [
            ("api-health", ["/health": [.status(503)]], "Health", FailureCode.expectation),
            ("order-workflow", ["POST /api/orders": [.status(500)]], "Create an order", .expectation),
            ("order-workflow", ["GET /api/orders/*": [.once(.status(500))]], "Read it", .status),
            ("order-workflow", ["/api/jobs/*": [.status(404)]], "Wait until it is shipped", .status),
            ("order-on-page", ["GET /api/orders": [.status(500)]], "The dashboard shows it", .expectation),
        ] as [(String, DemoSite.Behaviour, String, FailureCode)]
    )
    func fails(
        _ name: String,
        _ behaviour: DemoSite.Behaviour,
        _ step: String,
        _ code: FailureCode
    ) async throws {
        let run = try await Self.run(name, behaviour)
        #expect(run.result.outcome == .failed)
        #expect(try run.attempt().failure?.step == step)
        #expect(try run.attempt().failure?.code == code)
        let cleanup = try run.attempt().cleanup
        let deletes = run.requests.filter { $0.method == "DELETE" }
        #expect(deletes.count == (cleanup.isEmpty || step == "Create an order" ? 0 : 1))
        if step == "Create an order" { #expect(cleanup.map(\.outcome) == [.skipped, .skipped]) }
    }
}
