import Testing

@testable import CanaryReport

@Suite("Pages by URL and title") struct StringTitledTests {
    @Test(
        "a title that is not there or empty is left out",
        arguments: [
            ("Sign in", "https://a.example/ “Sign in”"), (nil, "https://a.example/"),
            ("", "https://a.example/"),
        ]
    )
    func titled(title: String?, expected: String) {
        #expect("https://a.example/".titled(title) == expected)
    }
}
