import Testing

@testable import FlowFile

@Suite("URLs of a flow file") struct URLCheckTests {
    @Test(
        "can be opened",
        arguments: [
            "http://a", "https://a.example:8443/b?c#d", "HTTP://A", "http://user:pw@a/", "http://[::1]:80/",
            "http://a:/", "data:text/html,<p>a", "about:blank", "file:///a/b.html", "https://müller.example/",
            "http://a/b c", "http://127.0.0.1:5000", "\u{1}URL\u{2}/a", "http://\u{1}HOST\u{2}:80/",
        ]
    )
    func absolute(url: String) {
        #expect(URLCheck.mistake(in: url, hasBase: false) == nil)
    }

    @Test(
        "may be relative where there is a base",
        arguments: ["/", "/a?b", "a/b", "?a", "#a", "../a", "//a.example/b", "a b", "/a:b", "a/b:c"]
    )
    func relative(url: String) {
        #expect(URLCheck.mistake(in: url, hasBase: true) == nil)
        #expect(
            URLCheck.mistake(in: url, hasBase: false)?.reason == "it is relative, and the flow has no baseURL"
        )
    }

    @Test(
        "cannot be opened",
        arguments: [
            ("", "it is empty"), (" ", "it is empty"), ("http:", "after the scheme '//' is missing"),
            ("http:/a", "after the scheme '//' is missing"), ("http://", "it names no host"),
            ("http:///a", "it names no host"), ("http://:80", "it names no host"),
            ("http://[]", "it names no host"),
            ("http://a b/", "its host is malformed"), ("http://a:b/", "its port is malformed"),
            ("http://a:99999/", "its port is malformed"), ("http://[::1]x", "its port is malformed"),
            ("javascript:alert(1)", "'javascript:' is not a scheme that `open` takes"),
            ("chrome://version", "'chrome:' is not a scheme that `open` takes"),
            ("localhost:8080/a", "'localhost:' is not a scheme that `open` takes"),
        ]
    )
    func invalid(url: String, reason: String) {
        #expect(URLCheck.mistake(in: url, hasBase: true)?.reason == reason)
    }
}
