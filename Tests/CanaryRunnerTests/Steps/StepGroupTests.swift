import CanaryModel
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("Groups, whatever their steps are done with") struct StepGroupTests {
    @Test("a soft failure inside counts for the group, has its own picture, and the flow goes on")
    func soft() async throws {
        let run = try await run(
            flow(
                """
                { name: "G", steps: [ { name: "A", back: true, soft: true }, { name: "B", back: true } ] },
                { name: "C", back: true }
                """
            ),
            scripted: [["A": [.fails(.selector)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(1).steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(1).steps.map(\.screenshot) == ["test/01-01-a.png", nil])
        #expect(try run.step(1).failure == run.step(1).steps[0].failure)
    }

    @Test("a hard failure inside ends group and flow; in a soft group it ends the group alone")
    func hard() async throws {
        for (isSoft, next) in [(false, Outcome.skipped), (true, .passed)] {
            let run = try await run(
                flow(
                    """
                    { name: "G", soft: \(isSoft), steps: [ { name: "A", back: true }, { name: "B", back: true } ] },
                    { name: "C", back: true }
                    """
                ),
                scripted: [["A": [.fails(.selector)]]]
            )
            #expect(try run.attempt().steps.map(\.outcome) == [.failed, next])
            #expect(try run.step(1).steps.map(\.outcome) == [.failed, .skipped])
        }
    }

    @Test("a fault wins over what failed softly before it")
    func fault() async throws {
        let run = try await run(
            flow(
                #"{ name: "G", steps: [ { name: "A", back: true, soft: true }, { name: "B", back: true } ] }"#
            ),
            scripted: [["A": [.fails(.selector)], "B": [.fails(.flow)]]]
        )
        #expect(try run.step(1).outcome == .error)
        #expect(try run.step(1).failure?.code == .flow)
    }

    @Test("a group's time is that of its steps; what it expects is judged after the last of them")
    func time() async throws {
        let steps = """
            { name: "G", timeout: "100ms", expect: { title: "never" }, steps: [
                { name: "A", back: true, soft: true }, { name: "B", back: true } ] }
            """
        let late = try await run(flow(steps), scripted: [["A": [.takes(.seconds(9))]]])
        #expect(
            try late.step(1).steps[1].failure?.message
                == "the group's time of 100 ms was used up before this step"
        )
        let judged = try await run(flow(steps), scripted: [[:]])
        #expect(judged.done == ["open", "A", "B", "G", "close"])
        #expect(try judged.step(1).failure?.code == .expectation)
    }
}
