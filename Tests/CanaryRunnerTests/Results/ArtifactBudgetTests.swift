import CanaryModel
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("The room for evidence") struct ArtifactBudgetTests {
    @Test("nothing gives way while there is room")
    func room() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("a", size: 60, of: "flow", .passedStep) == [])
        #expect(budget.keep("b", size: 40, of: "flow", .network) == [])
        #expect(budget.removed == [])
        #expect(budget.summary == nil)
    }

    @Test("the oldest of a kind give way, as many as it takes, and are counted")
    func oldest() {
        let budget = ArtifactBudget(bytes: 100)
        for name in ["a", "b", "c"] { #expect(budget.keep(name, size: 30, of: "flow", .passedStep) == []) }
        #expect(budget.keep("d", size: 50, of: "flow", .failedStep) == ["a", "b"])
        #expect(budget.removed == ["a", "b"])
        #expect(budget.summary == RemovedEvidence(files: 2, bytes: 60, limit: 100))
    }

    @Test("what tells least gives way first, whenever it was written")
    func order() {
        let budget = ArtifactBudget(bytes: 80)
        let files: [(String, String, ArtifactBudget.Content)] = [
            ("failed/failure.html", "failed", .failedStep), ("failed/console.json", "failed", .console),
            ("failed/network.har", "failed", .network), ("passed/console.json", "passed", .console),
            ("passed/network.har", "passed", .network), ("failed/01.png", "failed", .passedStep),
            ("passed/01.png", "passed", .passedStep), ("passed/02.png", "passed", .passedStep),
        ]
        for (path, flow, content) in files { #expect(budget.keep(path, size: 10, of: flow, content) == []) }
        budget.note(passed: "passed")
        let gone = (1...8).flatMap { budget.keep("new/0\($0).png", size: 10, of: "new", .failedStep) }
        #expect(
            gone == [
                "passed/01.png", "passed/02.png", "failed/01.png", "passed/console.json",
                "passed/network.har",
                "failed/network.har", "failed/console.json", "failed/failure.html",
            ]
        )
    }

    @Test("what is worth less than all that is left gives way itself")
    func newest() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("failed", size: 90, of: "flow", .failedStep) == [])
        #expect(budget.keep("passed", size: 20, of: "flow", .passedStep) == ["passed"])
    }

    @Test("a file larger than all may be gives way alone, whatever it tells")
    func tooLarge() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("picture", size: 90, of: "flow", .passedStep) == [])
        #expect(budget.keep("network.har", size: 101, of: "flow", .network) == ["network.har"])
        #expect(budget.keep("failed", size: 200, of: "flow", .failedStep) == ["failed"])
        #expect(budget.removed == ["network.har", "failed"])
    }
}
