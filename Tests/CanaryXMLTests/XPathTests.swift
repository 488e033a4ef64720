import CanaryXML
import Testing

@Suite("XPath") struct XPathTests {
    private static let feed = """
        <?xml version="1.0"?><feed xmlns="http://a" xmlns:x="http://x"><entry id="1">One</entry><entry id="2">Two &amp; more</entry>
        <x:note>N</x:note></feed>
        """
    private static let page =
        "<!doctype html><html><body><h1>Hi</h1><p class=a>one<p class=a>two</body></html>"

    private static let tests: [(String, String, [XPath.Value])] = [
        (feed, "//_:entry", [.text("One"), .text("Two & more")]),
        (feed, "//_:entry/@id", [.text("1"), .text("2")]), (feed, "//x:note", [.text("N")]),
        (feed, "count(//_:entry)", [.number("2")]), (feed, "//_:none", []),
        (feed, "string(//_:entry[2])", [.text("Two & more")]),
        (feed, "count(//_:entry) > 1", [.boolean(true)]), (feed, "number('x')", [.number("NaN")]),
        (page, "//h1", [.text("Hi")]), (page, "//p[@class='a']", [.text("one"), .text("two")]),
    ]

    @Test(
        "selects texts of nodes, and gives other values with their type",
        arguments: tests
    )
    func values(_ document: String, _ expression: String, _ values: [XPath.Value]) throws {
        #expect(try XPath(expression).values(in: Array(document.utf8)) == values)
    }

    @Test("reads the encoding that the document names")
    func encoding() throws {
        let document =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try XPath("/a").values(in: document) == [.text("é")])
    }

    @Test(
        "fails for what is not a document, and for an expression that is not valid",
        arguments: [
            ("", "//a", XPath.Failure.Cause.document), ("no", "//a", .document),
            ("<a><b></a>", "//a", .document),
            ("<a/>", "//a[", .expression), ("<a/>", "nothing(", .expression), ("<a/>", "//y:a", .expression),
            ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "//a", .document),
        ]
    )
    func failures(_ document: String, _ expression: String, _ cause: XPath.Failure.Cause) {
        let error = #expect(throws: XPath.Failure.self) {
            try XPath(expression).values(in: Array(document.utf8))
        }
        #expect(error?.cause == cause)
    }

    @Test("loads no file that a document names")
    func external() throws {
        let document = #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>x</a>"#
        #expect(try XPath("/a").values(in: Array(document.utf8)) == [.text("x")])
    }
}
