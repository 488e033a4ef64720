import Testing

@testable import DemoSite

@Suite("Texts in and out")
struct TextTests {
    @Test(
        "percent escapes are decoded; what is none stays",
        arguments: [
            ("plain", "plain"), ("a%20b", "a b"), ("%C3%A4", "ä"), ("100%", "100%"), ("%zz", "%zz"),
            ("%4", "%4"), ("%+1", "%+1"), ("%ä", "%ä"),
            ("%2B%26", "+&"),
        ]
    )
    func percent(_ text: String, _ decoded: String) {
        #expect(text.percentDecoded() == decoded)
    }

    @Test("fields keep their order; names repeat; a value may be absent")
    func fields() {
        let fields = DemoSite.FormFields(urlEncoded: "a=1&b=2+3&a=4&c&d=x%3Dy=z&")
        #expect(fields.all.map { "\($0.name):\($0.value)" } == ["a:1", "b:2 3", "a:4", "c:", "d:x=y=z"])
        #expect(fields["a"] == "1")
        #expect(fields["none"] == nil)
    }

    @Test("placeholders are filled with escaped text, or with HTML; one without a value stays")
    func template() {
        let filled = Template.fill(
            "<p>{{text}}</p>{{html}}{{unknown}} }}{{",
            ["text": .text("<b> & \"c\" 'd'"), "html": .html("<i>")]
        )
        #expect(filled == "<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p><i>{{unknown}} }}{{")
    }
}
