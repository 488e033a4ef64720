import Testing

@testable import CanaryModel

@Suite("Diagnosis") struct DiagnosisTests {
    @Test("every member is written but the target itself")
    func members() {
        let diagnosis = Diagnosis(of: .css("#a"), wanted: "to be visible", reason: .absent)
        let members = Mirror(reflecting: diagnosis).children.compactMap(\.label)
        #expect(members.filter { $0 != "failedTarget" } == Diagnosis.CodingKeys.allCases.map(\.rawValue))
        #expect(members.contains("failedTarget") && diagnosis.target == "#a")
    }
}
