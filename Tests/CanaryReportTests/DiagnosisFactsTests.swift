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

    @Test("long texts are told with where they begin to differ, short ones are seen whole in the sentence")
    func difference() {
        let same = String(repeating: "lorem ipsum ", count: 40)
        var diagnosis = Diagnosis(target: "#a", wanted: "", reason: .mismatch)
        diagnosis.expected = same + "different" + same
        diagnosis.actual = same + "DIFFERENT"
        #expect(
            diagnosis.facts == [
                Fact("differs", "from character 481 on"),
                Fact(
                    "expected",
                    "…m ipsum lorem ipsum differentlorem ipsum lorem ipsum lorem ipsum lorem ipsum lo…"
                ),
                Fact("seen", "…m ipsum lorem ipsum DIFFERENT"),
            ]
        )
        diagnosis.actual = same
        #expect(diagnosis.facts.last == Fact("seen", "…m ipsum lorem ipsum "))
        (diagnosis.expected, diagnosis.actual) = ("different", "DIFFERENT")
        #expect(diagnosis.facts.isEmpty)
    }
}
