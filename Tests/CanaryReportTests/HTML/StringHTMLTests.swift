import Testing

@testable import CanaryReport

@Suite("HTML escaping") struct StringHTMLTests {
    static let texts: [(text: String, escaped: String)] = [
        ("", ""),
        ("Sign in, 42 €", "Sign in, 42 €"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload=\"x", "&quot; onload=&quot;x"),
        ("' onload='x", "&#39; onload=&#39;x"),
        ("` onload=`x", "&#96; onload=&#96;x"),
        ("&lt;b&gt; &amp", "&amp;lt;b&amp;gt; &amp;amp"),
        ("--><!--", "--&gt;&lt;!--"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\u{0}\u{1B}[31m", "\\u{0}\\u{1B}[31m"),
        ("\u{202E}evil\u{2028}", "\\u{202E}evil\\u{2028}"),
    ]

    @Test("a text has nothing in it that markup is made of", arguments: texts)
    func text(_ text: String, _ escaped: String) {
        #expect(text.htmlEscaped == escaped)
    }

    static let paths: [(path: String, reference: String)] = [
        ("login/01-start.png", "./login/01-start.png"),
        ("../20261119T000000Z-aaaa/login/01.png", "./../20261119T000000Z-aaaa/login/01.png"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
        ("//evil.example/x", ".///evil.example/x"),
        ("a b#c?d%20\"é", "./a%20b%23c%3Fd%2520%22%C3%A9"),
    ]

    @Test("a path stays a path below the report", arguments: paths)
    func path(_ path: String, _ reference: String) {
        #expect(path.relativeReference == reference)
    }
}
