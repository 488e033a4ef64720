import CanaryModel
import Testing

@testable import CanaryReport

@Suite("Facts of a diagnosis") struct DiagnosisFactsTests {
    @Test("what came too late is told with when it came")
    func late() {
        var diagnosis = Diagnosis(target: "#a", wanted: "to be visible", reason: .absent)
        #expect(diagnosis.facts.isEmpty)
        diagnosis.appearedAfter = 1700
        #expect(diagnosis.facts == [Fact("came", "after 1.7 s, too late: a longer timeout lets it")])
    }
}
