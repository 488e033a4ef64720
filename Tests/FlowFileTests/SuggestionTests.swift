import Testing

@testable import FlowFile

@Suite("Suggestion") struct SuggestionTests {
    private static let words = ["click", "fill", "check", "uncheck", "waitFor", "doubleClick", "to"]

    @Test(
        "is the word that was probably meant",
        arguments: [
            ("clik", "click"), ("clcik", "click"), ("Click", "click"), ("fil", "fill"), ("filll", "fill"),
            ("chekc", "check"), ("unchek", "uncheck"), ("waitfor", "waitFor"), ("wiatFor", "waitFor"),
            ("doubleclik", "doubleClick"), ("ot", "to"),
        ]
    )
    func near(word: String, meant: String) {
        #expect(Suggestion.nearest(to: word, in: Self.words) == meant)
    }

    @Test(
        "is none where no word is near",
        arguments: ["", "x", "hover", "request", "button", "fi", "abcdefgh"]
    )
    func far(word: String) {
        #expect(Suggestion.nearest(to: word, in: Self.words) == nil)
    }
}
