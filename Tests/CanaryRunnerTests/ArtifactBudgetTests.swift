import Testing

@testable import CanaryRunner

@Suite("The room for pictures") struct ArtifactBudgetTests {
    @Test("nothing gives way while there is room")
    func room() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("a", size: 60, of: "flow", isPassed: true) == [])
        #expect(budget.keep("b", size: 40, of: "flow", isPassed: true) == [])
        #expect(budget.removed == [])
    }

    @Test("the oldest of passed steps give way, as many as it takes")
    func oldest() {
        let budget = ArtifactBudget(bytes: 100)
        for name in ["a", "b", "c"] { #expect(budget.keep(name, size: 30, of: "flow", isPassed: true) == []) }
        #expect(budget.keep("d", size: 50, of: "flow", isPassed: true) == ["a", "b"])
        #expect(budget.removed == ["a", "b"])
    }

    @Test("those of flows that passed give way before those of flows that may still fail")
    func passedFlows() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("running", size: 50, of: "running", isPassed: true) == [])
        #expect(budget.keep("passed", size: 50, of: "passed", isPassed: true) == [])
        budget.note(passed: "passed")
        #expect(budget.keep("new", size: 50, of: "running", isPassed: true) == ["passed"])
    }

    @Test("those of steps that failed stay, and a passed one too large for what is left gives way itself")
    func failed() {
        let budget = ArtifactBudget(bytes: 100)
        #expect(budget.keep("a", size: 90, of: "flow", isPassed: false) == [])
        #expect(budget.keep("b", size: 90, of: "flow", isPassed: false) == [])
        #expect(budget.keep("c", size: 10, of: "flow", isPassed: true) == ["c"])
    }
}
