import CanaryModel
import Foundation
import Testing

@Suite("Redactor") struct RedactorTests {
    static let secrets = [
        "hunter2", "pass", "a/b+c=d&e", "p\"w\\d'<x>", "Grüße & Küsse", "emoji 🐤 key", "tab\tand\nnewline",
        "100%25 sure", "%%%%", "\\\\\\\\", "&amp;", "++ ++", "ключ-密码", "line one\nline two\n",
    ]

    @Test("a secret is masked in every encoding", arguments: secrets, Encoding.all)
    func everyEncoding(secret: String, encoding: Encoding) throws {
        let redactor = Redactor(secrets: [secret])
        let encoded = try encoding.encode(secret)
        #expect(redactor.redact("<\(encoded)>") == "<***>", "\(encoding): \(encoded)")
        #expect(redactor.redact(encoded) == "***", "\(encoding) alone: \(encoded)")
    }

    @Test("the secrets in a text are told as they stand there")
    func secretsInText() {
        let redactor = Redactor(secrets: ["a/b&c", "other"])
        let found = redactor.secrets(in: "a/b&c, q=a%2Fb%26c; a/b&amp;c and a/b&c")
        #expect(found == ["a/b&c", "a%2Fb%26c", "a/b&amp;c"])
        #expect(redactor.secrets(in: "nothing").isEmpty)
    }

    @Test("a secret is masked in base64 wherever it stands", arguments: secrets, 0..<9)
    func base64(secret: String, place: Int) {
        let before = String("user:".prefix(place % 3))
        let after = String(":id".prefix(place / 3))
        let encoded = Data("\(before)\(secret)\(after)".utf8).base64EncodedString()
        let urlSafe = encoded.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let redactor = Redactor(secrets: [secret])
        for form in [encoded, urlSafe] {
            let redacted = redactor.redact(form)
            // What is left are the characters of the neighbours alone, none that holds a bit of the secret.
            #expect(redacted.contains("***"))
            #expect(redacted.hasPrefix(String(form.prefix(before.utf8.count * 8 / 6))))
            #expect(
                redacted.count <= before.utf8.count * 8 / 6 + 3 + (after.utf8.count * 8 + 5) / 6 + 2,
                "\(redacted)"
            )
        }
    }

    @Test("base64 is masked in percent-encoding and in JSON too")
    func encodedBase64() {
        let redactor = Redactor(secrets: ["~~~???>>>"])
        #expect(redactor.redact("a=fn5%2BPz8%2FPj4%2B&b") == "a=***&b")
        #expect(redactor.redact(#"{"a":"fn5+Pz8\/Pj4+"}"#) == #"{"a":"***"}"#)
    }

    @Test(
        "a secret is masked where one kind of escape stands in another",
        arguments: [
            // JSON in an attribute of HTML, and in a script in an attribute of a frame.
            (#"a"b<c>\'d"#, #"<p data-x="{&quot;pw&quot;:&quot;a\&quot;b&lt;c&gt;\\'d&quot;}">"#),
            (#"a"b<c>\'d"#, #"<p data-x="{&#34;pw&#34;:&#34;a\u0022b\u003cc&gt;&#92;\&#39;d&#34;}">"#),
            // HTML in JSON, as a reply that brings a part of a page.
            (#"a"b<c>&d"#, #"{"html":"<p>a\u0026quot;b\u0026lt;c\u0026gt;\u0026amp;d</p>"}"#),
            (#"a"b<c>&d"#, #"{"html":"<p>a&quot;b&lt;c&gt;&amp;d<\/p>"}"#),
            // Either in a URL.
            (#"a"b<c>&d"#, "?q=a%26quot%3Bb%26lt%3Bc%26gt%3B%26amp%3Bd#x"),
            (#"a"bcd"#, "?q=%7Ba%5C%22bcd%7D"),
            (#"a"bcd"#, "?q=a%5Cu0022bcd&x"),
            // The newer escape of JavaScript.
            ("pass é", #"x = "\u{70}\u{000061}s\u{73} \u{E9}";"#), ("p🐤ss", #""p\u{1F424}ss""#),
        ]
    )
    func mixedEscapes(secret: String, text: String) {
        let redactor = Redactor(secrets: [secret])
        let redacted = redactor.redact(text)
        #expect(redacted.contains("***"), "\(redacted)")
        #expect(!redacted.contains("a") || redacted.firstMatch(of: /a.{0,12}b/) == nil, "\(redacted)")
        #expect(redacted.count > 3 && text.hasPrefix(redacted.prefix { $0 != "*" }), "\(redacted)")
        let end = redacted.split(separator: "*").last ?? ""
        #expect(!end.isEmpty && text.hasSuffix(end), "\(redacted)")
    }

    @Test(
        "a secret that is not ASCII is masked as Latin-1, and where its UTF-8 was taken for that",
        arguments: [
            ("tökén", "x=tÃ¶kÃ©n;"), ("tökén", "x=t%F6k%e9n;"), ("“key”", "x=â€œkeyâ€\u{9D};"),
            ("ключ", "x=\u{D0}\u{BA}\u{D0}\u{BB}\u{D1}\u{8E}\u{D1}\u{87};"),
        ]
    )
    func otherCharacterSets(secret: String, text: String) {
        #expect(Redactor(secrets: [secret]).redact(text) == "x=***;")
    }

    @Test("a secret is masked in base64 of what escaped it before", arguments: 0..<3)
    func base64OfEscaped(place: Int) {
        let redactor = Redactor(secrets: [#"p"w\d'/<é>"#])
        for escaped in [
            #"p\"w\\d'/<é>"#, #"p\"w\\d'\/<é>"#, #"p\"w\\d'\/<\u00e9>"#, #"p\"w\\d'/\u003cé\u003e"#,
            #"p\u0022w\\d\u0027/\u003C\u00E9\u003E"#, "p&quot;w\\d'/&lt;é&gt;", "p&#34;w\\d&#39;/&lt;é&gt;",
            "p&quot;w\\d&#x27;/&lt;é&gt;", "p%22w%5Cd%27%2F%3C%C3%A9%3E", "p%22w%5Cd'%2F%3C%C3%A9%3E",
        ] {
            let before = String("{\"a".prefix(place))
            let encoded = Data("\(before)\(escaped)\"}".utf8).base64EncodedString()
            let redacted = redactor.redact(encoded)
            #expect(redacted.contains("***") && redacted.count < 12, "\(escaped): \(redacted)")
        }
    }

    @Test(
        "what is not a secret stays",
        arguments: [
            "", "hunter", "hunter 2", "hunte%72", "&amp; %25 \\ +", "aHVudGVy", "…🐤…", "huntér2", "%", "\\",
            "&", "%6",
            "\\u00", "&#", "&#x", "&amp", "\\u006", "hunter\\", "hunter%", "hunter&",
        ]
    )
    func untouched(text: String) {
        #expect(Redactor(secrets: ["hunter2"]).redact(text) == text)
    }

    @Test("without secrets, or with an empty one, a text stays", arguments: [[], [""]])
    func noSecrets(secrets: [String]) {
        #expect(Redactor(secrets: secrets).redact("any text: ***") == "any text: ***")
    }

    @Test(
        "of overlapping secrets nothing is left",
        arguments: [
            (["abcd", "abcdefgh"], "x abcdefgh y", "x *** y"),
            (["abcdef", "defghi"], "x abcdefghi y", "x *** y"),
            (["abcd", "bcdefg"], "abcdefg", "***"),
            (["abab"], "ababab!", "***!"),
            (["abcd"], "abcdabcd", "***"),
            (["abcd", "wxyz"], "abcd and wxyz and abcd", "*** and *** and ***"),
        ]
    )
    func overlapping(secrets: [String], text: String, expected: String) {
        #expect(Redactor(secrets: secrets).redact(text) == expected)
        #expect(Redactor(secrets: secrets.reversed()).redact(text) == expected)
    }

    @Test("a secret is masked with its white space normalised")
    func whiteSpace() {
        let redactor = Redactor(secrets: ["  two  words\n"])
        #expect(redactor.redact("<b>two words</b>") == "<b>***</b>")
        #expect(redactor.redact("q=two+words") == "q=***")
        #expect(redactor.redact("q=two%20words") == "q=***")
        #expect(redactor.redact("<  two  words\n>") == "<***>")
    }

    @Test(
        "a space in a secret is found as any white space",
        arguments: [
            "two\n      words", "two\u{A0}words", "two\u{2009}\u{3000} words", "two&nbsp;&#10;words",
            "two+%0A+words",
            #"two\r\n\twords"#, #"two \u00a0 words"#, "&#116;wo&#32;\t words",
        ]
    )
    func anyWhiteSpace(text: String) {
        let redactor = Redactor(secrets: ["two words"])
        #expect(redactor.redact("<b> \(text) </b>") == "<b> *** </b>")
        #expect(redactor.secrets(in: "its \(text)!") == [text])
        #expect(
            redactor.redact("twowords, two-words, two\u{A0}\u{C2}words")
                == "twowords, two-words, two\u{A0}\u{C2}words"
        )
    }

    @Test(
        "a secret is found where the page says by characters that nobody sees where it may be broken",
        arguments: ["\u{AD}", "\u{200B}", "\u{200C}\u{200D}", "\u{2060}", "\u{FEFF}"]
    )
    func invisibleCharacters(_ invisible: String) {
        let redactor = Redactor(secrets: ["hunter2", "two words"])
        #expect(
            redactor.redact("a \(invisible)hunt\(invisible)er2\(invisible)!")
                == "a \(invisible)***\(invisible)!"
        )
        #expect(redactor.redact("h\(invisible)unter2") == "***")
        #expect(redactor.secrets(in: "hunter\(invisible)2") == ["hunter\(invisible)2"])
        #expect(redactor.redact("two \(invisible)wor\(invisible)ds") == "***")
    }

    @Test("each longer line of a secret of several is masked by itself")
    func lines() {
        let redactor = Redactor(secrets: [
            "-----BEGIN KEY-----\nMIIBVgIBADAN\n\t{\nq7BFUpkGp3+L\n-----END KEY-----\n"
        ])
        #expect(
            redactor.redact("<li>MIIBVgIBADAN</li><li>q7BFUpkGp3%2BL</li>{") == "<li>***</li><li>***</li>{"
        )
        #expect(redactor.redact(["-----BEGIN KEY-----", "MIIBVgIBADAN", "x"]) == ["***", "", "x"])
    }

    @Test(
        "the ends of a secret that is abbreviated are masked",
        arguments: [
            ("bad eyJhbGciOi…k0NTY3OA!", "bad ***…***!"), ("eyJh…", "***…"), ("…7OA, eyJ…", "…7OA, eyJ…"),
            ("x…eyJhbGciOiJIUzI1NiJ9k0NTY3OA", "x…***"), ("…Y3OA…eyJh…", "…***…***…"),
        ]
    )
    func abbreviated(text: String, expected: String) {
        #expect(Redactor(secrets: ["eyJhbGciOiJIUzI1NiJ9k0NTY3OA", "pass"]).redact(text) == expected)
    }

    @Test("a run of white space costs neither exponential time nor the stack", .timeLimit(.minutes(13)))
    func whiteSpaceRuns() {
        for space in [" ", "\n", "\u{A0}", "&nbsp;", "&amp;nbsp;", "\\n", "+", "%20"] {
            let run = String(repeating: space, count: 20_000)
            #expect(Redactor(secrets: ["a b", "+a &b"]).redact("a\(run)c").utf8.count == run.utf8.count + 2)
            #expect(Redactor(secrets: ["a &b"]).redact("a\(run)&b") == "***", "\(space)")
        }
    }

    @Test(
        "a secret that several texts hold together is masked in each of them",
        arguments: [
            (["my hun", "ter", "2 and"], ["my ***", "", " and"]),
            (["hunter2", "hunter2", "!"], ["***", "", "!"]),
            (["hunter2 hun", "ter", "2hunter", "2"], ["*** ***", "", "", ""]),
            (["", "hunter", "", "2", ""], ["", "***", "", "", ""]),
            (["hun", "ter", "x"], ["hun", "ter", "x"]),
            (["hu%6", "eter2."], ["***", "."]),
            ([], []),
        ]
    )
    func severalTexts(texts: [String], expected: [String]) {
        #expect(Redactor(secrets: ["hunter2"]).redact(texts) == expected)
    }

    @Test(
        "a secret that tags split is masked in markup, and so is one in a tag",
        arguments: [
            ("<p><b>s3cret</b><i>word</i></p>", "<p><b>***</b><i></i></p>"),
            ("s3c<wbr>retword, s3cretword", "***<wbr>, ***"),
            ("<a href='/?t=s3cretword'>1 < 2</a>", "<a href='/?t=***'>1 < 2</a>"),
            ("<p>s3cret</p> <p>other", "<p>s3cret</p> <p>other"), ("", ""),
        ]
    )
    func markup(text: String, expected: String) {
        #expect(Redactor(secrets: ["s3cretword"]).redactMarkup(text) == expected)
    }

    @Test("a secret is masked where its plus signs were read as spaces")
    func plusAsSpace() {
        #expect(Redactor(secrets: ["a+b c+"]).redact("<b>a b c </b> <i>a b c+") == "<b>***</b> <i>***")
    }

    @Test("a secret is masked in composed and decomposed form")
    func canonicalForms() {
        for secret in ["caf\u{E9}", "cafe\u{301}"] {
            #expect(Redactor(secrets: [secret]).redact("caf\u{E9}, cafe\u{301}") == "***, ***")
        }
    }

    @Test(
        "an escape that was escaped again is still one",
        arguments: [
            ("next=%2Flogin%3Fpw%3Da%2526b%2522c&x=1", "next=%2Flogin%3Fpw%3D***&x=1"),
            (#"{"body":"{\"pw\":\"a&b\\\"c\"}"}"#, #"{"body":"{\"pw\":\"***\"}"}"#),
            ("<i>a&amp;amp;b&amp;quot;c</i>", "<i>***</i>"),
            (#"{"pw":"a\\u0026b\\u0022c"}"#, #"{"pw":"***"}"#),
        ]
    )
    func nested(text: String, expected: String) {
        #expect(Redactor(secrets: ["a&b\"c"]).redact(text) == expected)
    }

    @Test("each secret of a long text is masked, the rest stays")
    func longText() {
        let filler = String(repeating: "<p class=\"a\">lorem ipsum &amp; 100% \\ +</p>\n", count: 200)
        let text = "\(filler)token=s3cr%65t!\(filler)"
        #expect(Redactor(secrets: ["s3cret!"]).redact(text) == "\(filler)token=***\(filler)")
    }

    @Test("a run of escapes costs no exponential time", .timeLimit(.minutes(13)))
    func escapeRuns() {
        let secret = String(repeating: "\\", count: 40) + "x"
        let text = String(repeating: "\\", count: 400) + "y"
        #expect(Redactor(secrets: [secret]).redact(text) == text)
        let percent = String(repeating: "%25", count: 300)
        #expect(Redactor(secrets: [String(repeating: "%", count: 40) + "x"]).redact(percent) == percent)
    }
}
