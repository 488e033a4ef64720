import Testing

@testable import FlowFile

@Suite("Pattern check") struct PatternCheckTests {
    @Test(
        "takes every pattern that a browser takes",
        arguments: [
            "", "a", "^Total: \\d+(\\.\\d{2})? €$", "a|b|", "(a)(?:b)(?<n>c)", "(?i:a)", "(?=a)b(?!c)",
            "(?<=a)b(?<!c)",
            "[a-z]", "[^a-z\\d_-]", "[-a]", "[a-]", "[\\]]", "[\\-a]", "a*?b+?c??d{2}?", "a{2,}b{2,3}",
            "\\1(a)", "(?<n>a)\\k<n>", "\\k<n>(?<n>a)", "\\u0041\\u{1F600}\\x41\\cA\\0",
            "\\p{L}\\P{Script=Greek}",
            "\\/\\^\\$\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\\\", "\\b\\B", "/dashboard?x=1&y", "é😀",
            "[\\u0041-\\u005A]",
            "[\\b]", "(a)(b)\\2",
        ]
    )
    func valid(pattern: String) {
        #expect(PatternCheck.mistake(in: pattern) == nil)
    }

    @Test(
        "says why a browser would not take a pattern",
        arguments: [
            ("(", "a '(' without its ')'"), (")", "a ')' without its '('"), ("[a", "a '[' without its ']'"),
            ("a]", "a ']' without its '['"), ("a}", "a '}' without its '{'"),
            ("*", "nothing to repeat before '*'"), ("a**", "nothing to repeat before '*'"),
            ("^+", "nothing to repeat before '+'"), ("(?=a)*", "nothing to repeat before '*'"),
            ("\\b?", "nothing to repeat before '?'"), ("a|?", "nothing to repeat before '?'"),
            ("{2}", "nothing to repeat before '{'"), ("a{", "a '{' that begins no number of repeats"),
            ("a{,3}", "a '{' that begins no number of repeats"),
            ("a{3,1}", "the numbers in '{…}' are out of order"),
            ("[z-a]", "a range in '[…]' that is out of order"),
            ("[\\d-z]", "a range in '[…]' that ends in a class"), ("\\", "a '\\' at its end"),
            ("[\\", "a '\\' at its end"), ("\\-", "'\\-' is not an escape"),
            ("\\a", "'\\a' is not an escape"),
            ("\\xg", "'\\x' is not an escape"), ("\\u12", "'\\u' is not an escape"),
            ("\\u{110000}", "'\\u' is not an escape"),
            ("\\01", "'\\0' is not an escape"), ("\\c1", "'\\c' is not an escape"),
            ("\\1", "there is no group 1"), ("\\k<n>", "there is no group 'n'"),
            ("\\k", "'\\k' without the name of a group"), ("(?<1>a)", "a group without a proper name"),
            ("(?<na", "a group without a proper name"), ("(?i)a", "'(?' begins no group"),
            ("(?P<n>a)", "'(?' begins no group"), ("\\pL", "'\\p' without a property, as in '\\p{L}'"),
        ]
    )
    func invalid(pattern: String, reason: String) {
        #expect(PatternCheck.mistake(in: pattern) == reason)
    }
}
