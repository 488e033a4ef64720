import CanaryModel
import CanaryRunner
import DemoSite
import Testing

@Suite("Groups of steps") struct GroupTests {
    @Test("what a group expects is looked for in its frame, like its steps")
    func frame() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/frames" },
                { name: "In the frame", frame: "#same", steps: [ { click: "#press" } ],
                  expect: { text: "#pressed", equals: "pressed in same" } },
                """
            )
        )
        #expect(try run.attempt().failure == nil)
        #expect(try run.step(2).screenshot == "test/02-in-the-frame.png")
        #expect(try run.step(2).steps[0].screenshot == nil)
    }

    @Test("a soft failure inside counts for the group, has its own picture, and the flow goes on")
    func soft() async throws {
        let run = try await run(
            flow(
                """
                { open: "/" },
                { name: "Group", steps: [
                    { click: "#nowhere", soft: true, timeout: "200ms" }, { expect: { visible: "body" } } ] },
                { name: "After", expect: { visible: "body" } },
                """
            )
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.passed, .failed, .passed])
        let group = try run.step(2)
        #expect(group.steps.map(\.outcome) == [.failed, .passed])
        #expect(group.steps[0].screenshot == "test/02-01-click-nowhere.png")
        #expect(group.failure == group.steps[0].failure)
        #expect(run.files["test/02-01-click-nowhere.png"] != nil)
    }
}
