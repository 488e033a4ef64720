import Testing

@testable import CanaryBrowser

@Suite("Cookies that requests had") struct SentCookieTests {
    private func cookie(_ name: String, _ domain: String = "a.test", path: String = "/") -> AssociatedCookie {
        AssociatedCookie(cookie: BrowserCookie(name: name, value: "v", domain: domain, path: path))
    }

    @Test("are those of the last request to their host; one that it had no more is gone")
    func last() {
        var cookies = SentCookies()
        cookies.take([cookie("session"), cookie("old"), cookie("deep", path: "/x")], host: "a.test:80")
        cookies.take([cookie("other", "b.test"), cookie("wide", ".b.test")], host: "b.test")
        cookies.take([cookie("session")], host: "a.test:80")
        #expect(cookies.all.map(\.name).sorted() == ["deep", "other", "session", "wide"])
        cookies.take([], host: "sub.b.test")
        #expect(cookies.all.map(\.name).sorted() == ["deep", "other", "session"])
    }
}
