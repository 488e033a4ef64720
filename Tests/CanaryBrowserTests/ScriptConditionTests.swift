import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Conditions on the value of a script") struct ScriptConditionTests {
    static let html = """
        <p id=n>0</p><iframe srcdoc='<p id=inner>x</p>'></iframe>
        <script>setTimeout(() => { n.textContent = 3 }, 300)</script>
        """

    static let holding: [(String, Comparison, Bool)] = [
        ("return Number(n.textContent)", .equalsNumber(3), false),
        ("return n.textContent", .equals("3"), false),
        ("return n.textContent === '3'", .equals("true"), false), ("return null", .equals(""), false),
        ("return [1, { a: 'b' }]", .equals("[1,{\"a\":\"b\"}]"), false), ("return 1.5", .atMost(2), false),
        ("return await Promise.resolve(arguments[0] + 1)", .equalsNumber(8), false),
        ("return 'a line'", .matches("^a"), false),
        ("return 'caf\\u00e9'", .matches("^\\w+$"), true), ("return 'xab'", .matches("(?<=a)b"), false),
        ("return 'x'", .equals("y"), true),
    ]

    @Test("hold once the script returns what is asked")
    func hold() async throws {
        try await withHTML(Self.html) { page in
            let conditions = Self.holding.map { source, comparison, isNegated in
                let script = Script(source: source, args: [.number(7)])
                return Condition(.script(script, comparison), isNegated: isNegated, position: .test)
            }
            let three = Condition(.text(.css("#n"), .equals("3")), position: .test)
            try await page.expect(conditions + [three], until: within(.seconds(8)))
            let inner = Script(source: "return inner.textContent")
            let framed = Condition(.script(inner, .equals("x")), position: .test)
            try await page.expect([framed], frame: [.css("iframe")], until: within(.seconds(8)))
        }
    }

    static let failing: [(String, Diagnosis.Reason, String)] = [
        ("return 1", .mismatch, "Expected the page to have a script's value that is 2, but after"),
        ("null.x", .threw, "the script threw TypeError"),
    ]

    @Test("and scripts that are not valid JavaScript are the flow's fault, and the mistake is named")
    func invalid() async throws {
        try await withHTML(Self.html) { page in
            let script = Script(source: "retrun 1")
            let condition = Condition(.script(script, .equalsNumber(1)), position: .test)
            for error in [
                try await browserError { try await page.expect([condition], until: within(.seconds(5))) },
                try await browserError { try await page.run(script, until: within(.seconds(5))) },
            ] {
                #expect(error.code == .flow)
                #expect(
                    error.message.hasPrefix("the script is not valid JavaScript: SyntaxError: "),
                    "\(error)"
                )
            }
        }
    }

    @Test("and a saved value that is not a regular expression is not the page's fault, nor that of a text")
    func invalidPattern() async throws {
        try await withHTML(Self.html) { page in
            let script = Script(source: "return 'x'")
            for kind in [
                Condition.Kind.script(script, .matches("(")), .text(.css("#n"), .matches("(")),
            ] {
                let error = try await browserError {
                    try await page.expect([Condition(kind, position: .test)], until: within(.seconds(5)))
                }
                #expect(error.code == .flow)
                #expect(error.message.hasPrefix("the regular expression is not valid: "), "\(error)")
            }
        }
    }

    @Test("that do not hold tell what came in place of it", arguments: failing)
    func fail(_ source: String, _ reason: Diagnosis.Reason, _ words: String) async throws {
        try await withHTML(Self.html) { page in
            let script = Condition(.script(Script(source: source), .equalsNumber(2)), position: .test)
            let error = try await browserError {
                try await page.expect([script], until: within(.milliseconds(400)))
            }
            #expect(error.code == .expectation)
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == reason)
            #expect(diagnosis.sentence.contains(words), "\(diagnosis.sentence)")
            #expect(diagnosis.looks > 1)
        }
    }
}
