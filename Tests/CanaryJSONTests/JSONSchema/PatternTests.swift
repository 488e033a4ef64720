import CanaryJSON
import CanaryModel
import Testing

/// Regular expressions of ECMA-262 with the `u` flag.
@Suite struct PatternTests {
    @Test(
        "a pattern means what it means in ECMA-262",
        arguments: [
            ("b", ["abc"], ["ac"]),
            ("^a$", ["a"], ["a\n", "\na", "ba"]),
            (#"^\d$"#, ["5"], ["\u{665}", "a"]),
            (#"^\D$"#, ["\u{665}"], ["5"]),
            (#"^\w$"#, ["a", "_", "9"], ["\u{e9}", "-"]),
            (#"^\W$"#, ["\u{e9}"], ["a"]),
            (#"^\s$"#, ["\u{a0}", "\u{feff}", "\u{2028}", "\n", "\u{2003}"], ["\u{85}", "\u{200b}"]),
            (#"^\S$"#, ["a", "\u{85}"], [" "]),
            (#"^[\d-]$"#, ["-", "1"], ["\u{665}", "a"]),
            (#"^[^\D]$"#, ["1"], ["a"]),
            (#"^[^\s\w]$"#, ["-"], ["a", " "]),
            (#"\bcat\b"#, ["a cat"], ["concat", "cat_"]),
            (#"\bt"#, ["\u{e9}t"], ["at"]),
            (#"\Bt"#, ["at"], ["t"]),
            (#"^\p{Letter}\p{Lu}\P{L}$"#, ["\u{e9}A1"], ["1A1", "aa1"]),
            (#"^\p{Script=Greek}+$"#, ["\u{3c0}"], ["p"]),
            (#"^[\p{L}\p{Nd}]$"#, ["\u{665}"], ["-"]),
            ("^.$", ["\u{1f600}", "\u{85}"], ["\n", "\r", "\u{2028}", "e\u{301}"]),
            (#"^e\u0301$"#, ["e\u{301}"], ["\u{e9}"]),
            (#"^\u{1F600}\uD83D\uDE00\x41\cJ\0$"#, ["\u{1f600}\u{1f600}A\n\u{0}"], ["A"]),
            (#"^\ud800$"#, [], ["\u{fffd}"]),
            (#"^[\ud800-\udfff]$"#, [], ["\u{fffd}"]),
            ("^[]$", [], ["", "a"]),
            ("^[^]$", ["a", "\n"], [""]),
            (#"^[a&&b]$"#, ["&", "a", "b"], ["c"]),
            (#"^[[]$"#, ["["], ["]"]),
            (#"^[\b]$"#, ["\u{8}"], ["b"]),
            (#"^[+--]$"#, ["+", ",", "-"], ["."]),
            (#"^a#b c$"#, ["a#b c"], ["ab c"]),
            ("^(a|b){2,3}?c$", ["abc", "aaac"], ["ac", "aaaac"]),
            ("^(?:a|)b*$", ["", "abb"], ["aab"]),
            (#"^(?<q>['"]).*\k<q>$"#, ["'a'"], ["'a\""]),
            (#"^(a)(b)\2\1$"#, ["abba"], ["abab"]),
            ("^(?=.*a)(?!.*b)", ["xa"], ["ab", "x"]),
            (#"^\/\.\*\{\}$"#, ["/.*{}"], ["/a"]),
            ("^\r\n$", ["\r\n"], ["\n"]),
            ("^[^x]{2}$", ["\r\n"], ["a"]),
        ]
    )
    func meaning(pattern: String, matching: [String], others: [String]) throws {
        let schema = try JSONSchema(.object(["pattern": .string(pattern)]))
        for text in matching {
            #expect(schema.violations(of: .string(text)).isEmpty, "\(text.debugDescription)")
        }
        for text in others {
            #expect(!schema.violations(of: .string(text)).isEmpty, "\(text.debugDescription)")
        }
    }

    @Test(
        "what is no pattern is refused",
        arguments: [
            ("(", "a '(' has no ')'"), (")", "a ')' has no '('"), ("[a", "a '[' has no ']'"),
            ("]", "']' alone"),
            ("}", "'}' alone"), ("{", "'{' is neither"), ("{2}", "there is nothing for '{2}'"),
            ("a{", "'{' is neither"), ("a{,3}", "'{' is neither"),
            ("a{3,2}", "out of order"), ("a{99999}", "more than 65535"), ("*", "there is nothing for '*'"),
            ("a**", "there is nothing for '*'"), ("a*+", "there is nothing for '+'"),
            ("^*", "there is nothing"),
            ("(?=a)*", "there is nothing"), (#"\q"#, #"'\q' is not an escape"#),
            (#"\-"#, #"'\-' is not an escape"#),
            (#"\"#, #"it ends in a '\'"#), (#"\u12"#, #"'\u' is not"#), (#"\u{110000}"#, "is not an escape"),
            (#"\xA"#, #"'\x' is not"#), (#"\1"#, "there is no group 1"), (#"\k<a>"#, "no group has the name"),
            ("(?<a>b)(?<a>c)", "two groups have the name 'a'"), ("(?<1>b)", "is not followed by a name"),
            ("(?i)a", "'(?' is followed by"), ("(?>a)", "'(?' is followed by"), ("(?<=a)b", "lookbehind"),
            ("[b-a]", "a range is out of order"), (#"[\d-a]"#, "cannot be an end of a range"),
            (#"\p{Nonsense}"#, "Nonsense"), (#"\pL"#, #"'\p' is not"#), (#"\01"#, #"'\0' is not"#),
        ]
    )
    func refused(pattern: String, reason: String) throws {
        let error = #expect(throws: JSONSchemaError.self) {
            try JSONSchema(.object(["pattern": .string(pattern)]))
        }
        #expect(error?.pointer == "/pattern")
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test("one schema checks from many threads at once")
    func threads() async throws {
        let schema = try JSONSchema(json(#"{"pattern":"^(a|b)*c$"}"#))
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<200 {
                group.addTask {
                    schema.violations(of: .string(index.isMultiple(of: 2) ? "abc" : "abd")).isEmpty
                }
            }
            var valid = 0
            for await isValid in group where isValid { valid += 1 }
            #expect(valid == 100)
        }
    }
}
