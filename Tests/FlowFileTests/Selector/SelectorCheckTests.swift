import Testing

@testable import FlowFile

@Suite("Selectors of a flow file") struct SelectorCheckTests {
    private func told(_ mistake: CSSCheck.Mistake?) -> String? {
        mistake.map { "\($0.offset): \($0.reason)" + ($0.help.map { "; \($0)" } ?? "") }
    }

    @Test(
        "are refused where no browser takes them, or where they break off",
        arguments: [
            ("#", "0: no name follows '#'"),
            (".a..b", "2: no name follows '.'"),
            ("a,", "1: nothing follows ','"),
            ("a,,b", "2: a part between commas is empty"),
            (",a", "0: a part between commas is empty"),
            ("a >", "2: nothing follows '>'"),
            ("> a", "0: nothing stands before '>'"),
            ("a > > b", "4: nothing stands before '>'"),
            (
                "div >> a",
                "4: '>>' is not a combinator; a target inside another is { css: \"…\", within: \"…\" }"
            ),
            ("#1a", "0: a name cannot begin with a digit; write id=1a, or #\\\\31 a"),
            (".1a", "0: a name cannot begin with a digit"),
            (".a:not()", "7: the parentheses are empty"),
            ("a:not(b", "5: '(' without its ')'"),
            ("a:not(a,)", "8: nothing follows ','"),
            ("a]", "1: ']' without its '['"),
            ("a)", "1: ')' without its '('"),
            ("[a", "0: '[' without its ']'"),
            ("[]", "0: no name of an attribute follows '['"),
            ("[@href]", "1: '@' does not belong into CSS; write [name], or an XPath after 'xpath='"),
            ("[a=1]", "3: this value of an attribute must stand in quotes; write [name=\"value\"]"),
            ("[href=/x]", "6: this value of an attribute must stand in quotes; write [name=\"value\"]"),
            ("[a=b c]", "3: this value of an attribute must stand in quotes; write [name=\"value\"]"),
            (
                "[aria-label=Close dialog]",
                "12: this value of an attribute must stand in quotes; write [name=\"value\"]"
            ),
            ("[a=\"b]", "3: the quotes are not closed"),
            ("[a!=b]", "2: neither '=' nor ']' follows the attribute"),
            ("a[b]c", "4: a space is missing"),
            ("a:", "1: no name follows ':'"),
            (
                "a:contains(\"x\")",
                "1: ':contains' is not a CSS pseudo-class; a text is found by { text: \"…\", within: \"…\" }"
            ),
            ("li:eq(0)", "2: ':eq' is not a CSS pseudo-class; one of several is { css: \"…\", nth: 0 }"),
            ("li:first", "2: ':first' is not a CSS pseudo-class; one of several is { css: \"…\", nth: 0 }"),
            (
                "li:visible",
                "2: ':visible' is not a CSS pseudo-class; only what is visible is acted upon; a condition says { visible: \"…\" }"
            ),
            ("tr:even", "2: ':even' is not a CSS pseudo-class; write :nth-child(even)"),
            (
                "button:has-text(\"x\")",
                "6: ':has-text' is not a CSS pseudo-class; a text is found by { text: \"…\", within: \"…\" }"
            ),
            ("a//b", "1: unexpected '/'; an XPath begins with 'xpath='"),
            (".w-1/2", "4: unexpected '/'; a '/' in a name is written '\\\\/'"),
            ("1a", "0: a name cannot begin with a digit"),
            ("a/*", "1: '/*' without its '*/'"),
            ("a:nth-child(2", "11: '(' without its ')'"),
            ("a:has(> )", "7: nothing follows '>'"),
            ("#a*", "2: a space is missing before '*'"),
            ("a!", "1: unexpected '!'"),
            ("é)", "2: ')' without its '('"),
        ]
    )
    func css(selector: String, expected: String) {
        #expect(told(CSSCheck.mistake(in: selector)) == expected)
    }

    @Test(
        "are taken where a browser takes them, or one may some day",
        arguments: [
            "#a",
            "a[href=\"x\"]",
            "div > a",
            "li:nth-child(2n+1 of .a)",
            "a:not(.b, .c)",
            "a:is()",
            "a:has(> b, + c)",
            "*|a",
            "*",
            "&",
            "#-a",
            "#--a",
            "[a=b]",
            "[a=b i]",
            "[ a ]",
            "[*|a]",
            "[|a]",
            "[a|=b]",
            "a:hover b",
            "a::before",
            "a:foo(b)",
            ":root",
            "\\31 a",
            "#\\31 a",
            ".a\\:b",
            ".w-1\\/2",
            "é",
            "a /* x */ b",
            "a\nb",
            "[a=\"x]y\"]",
            "[a=\"x\\\"y\"]",
            "[a='x'][b]",
            "a:not([b=\"c)d\"])",
            "a:not(:not(b))",
            "a+b",
            "a~b",
            "my-app .total",
            "[data-x=-a]", "a/**/:hover", "a/**/.b",
            ".a#b.c",
            "a.b:not(.c):hover > d[e] + f",
            "*:not(a)",
            ".grid>*",
            "a:nth-child(odd)",
            "a:dir(ltr)",
            "::slotted(a)",
            "a || b",
            "[a=\"b\" s]",
            "a:new-pseudo",
        ]
    )
    func fineCSS(selector: String) {
        #expect(told(CSSCheck.mistake(in: selector)) == nil)
    }

    @Test(
        "by XPath are refused where they break off",
        arguments: [
            ("//a[", "3: '[' without its ']'"),
            ("//a[@b=\"c]", "7: the quotes are not closed"),
            ("//a[]", "3: the brackets are empty"),
            ("//a)", "3: ')' without its '('"),
            ("//a/", "3: nothing follows '/'"),
            ("//a/@", "4: nothing follows '@'"),
            ("//a |", "4: nothing follows '|'"),
            ("((//a)[1]", "0: '(' without its ')'"),
            ("//a[@b=", "3: '[' without its ']'"),
        ]
    )
    func xpath(expression: String, expected: String) {
        #expect(told(XPathCheck.mistake(in: expression)) == expected)
    }

    @Test(
        "by XPath are taken where a browser takes them",
        arguments: [
            "//a",
            "//a[@b=\"c\"]",
            "/",
            "//a/@b",
            "//a | //b",
            "(//a)[1]",
            "//a[contains(.,\"x)\")]",
            "//a['x']",
            ".",
            "..",
            "//*[text()=\"it's\"]",
            "//a[1][2]",
            "id(\"x\")",
            "//@*",
            "//a/..",
            "//a/.",
            "//*",
            "a | /",
            "//a[. = \"[\"]",
        ]
    )
    func fineXPath(expression: String) {
        #expect(told(XPathCheck.mistake(in: expression)) == nil)
    }

    @Test(
        "that are malformed are told with their place in the file",
        arguments: [
            (
                "{ click: 'li:eq(0)' }",
                "2:13 'li:eq(0)' is not a valid CSS selector: ':eq' is not a CSS pseudo-class; "
                    + "one of several is { css: \"…\", nth: 0 }"
            ),
            ("{ click: 'css=a]' }", "2:16 'css=a]' is not a valid CSS selector: ']' without its '['"),
            ("{ click: { css: 'a,' } }", "2:19 'a,' is not a valid CSS selector: nothing follows ','"),
            ("{ click: 'xpath=//a[' }", "2:20 'xpath=//a[' is not a valid XPath: '[' without its ']'"),
            ("{ click: { xpath: '//a[]' } }", "2:23 '//a[]' is not a valid XPath: the brackets are empty"),
            (
                "{ click: { css: 'a', within: '#1' } }",
                "2:31 '#1' is not a valid CSS selector: a name cannot begin with a digit; write id=1, or #\\\\31 "
            ),
            ("{ click: '#${ID}.' }", "2:10 '#x.' is not a valid CSS selector: no name follows '.'"),
            (
                "{ click: '#a', frame: 'iframe[' }",
                "2:30 'iframe[' is not a valid CSS selector: '[' without its ']'"
            ),
        ]
    )
    func places(step: String, expected: String) {
        #expect(readingStep(step, environment: ["ID": "x"]).told == [expected])
    }

    @Test("are not looked at where they hold what is not known")
    func unknown() {
        #expect(readingStep("{ save: { A: { title: true } } }, { click: '#${A}..' }").told == [])
    }
}
