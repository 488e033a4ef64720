import Testing

@testable import StepExecutors

@Suite("URLs to open") struct ReferenceTests {
    @Test(
        "a reference is resolved as browsers do it, and nothing in it is encoded a second time",
        arguments: [
            ("/ok", "http://site.test/ok"), ("?q=1", "http://site.test/a/b?q=1"),
            ("c", "http://site.test/a/c"),
            ("//other.test/x", "http://other.test/x"), ("https://other.test", "https://other.test"),
            ("/x?s=a%26b c", "http://site.test/x?s=a%26b%20c"),
            ("/s?q=Grüße%20an#ü%C3%BC", "http://site.test/s?q=Gr%C3%BC%C3%9Fe%20an#%C3%BC%C3%BC"),
            ("/x?a[]=1&b=%20", "http://site.test/x?a%5B%5D=1&b=%20"),
            ("/x?a=100%", "http://site.test/x?a=100%25"),
            ("/x%zz%20", "http://site.test/x%25zz%20"), (" /ok\n", "http://site.test/ok"),
            ("http://münchen.test/a%20b c", "http://xn--mnchen-3ya.test/a%20b%20c"),
            ("http://[::1]:80/a b%20", "http://[::1]:80/a%20b%20"), ("about:blank", "about:blank"),
            ("data:text/html,<p>a%20b</p>", "data:text/html,%3Cp%3Ea%20b%3C/p%3E"),
        ]
    )
    func resolving(reference: String, url: String) {
        #expect(reference.resolved(against: "http://site.test/a/b?x=1") == url)
    }

    @Test("a reference that leads nowhere is told")
    func nowhere() {
        #expect("/ok".resolved(against: nil) == nil)
        #expect("ok".resolved(against: "/relative") == nil)
    }
}
