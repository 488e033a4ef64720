import Testing

@testable import CanaryRunner

@Suite("Names of pictures") struct FileNameTests {
    @Test(
        "are a step's numbers and what of its name is ASCII letters and digits",
        arguments: [
            ([7], "Click #login-btn", false, "07-click-login-btn.png"),
            ([2, 11], "Größe: 12", false, "02-11-gr-e-12.png"), ([1], "../../etc", false, "01-etc.png"),
            ([100], "日本語", true, "cleanup-100-step.png"),
            ([1], String(repeating: "a", count: 300), false, "01-\(String(repeating: "a", count: 60)).png"),
        ]
    )
    func names(_ numbers: [Int], _ name: String, _ isCleanup: Bool, _ expected: String) {
        #expect(FileName.screenshot(numbers, name, isCleanup: isCleanup) == expected)
    }
}
