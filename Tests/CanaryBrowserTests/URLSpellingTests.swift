import CanaryModel
import DemoSite
import Testing

@testable import CanaryBrowser

@Suite("Addresses beyond ASCII") struct URLSpellingTests {
    static let holding: [(Comparison, Bool)] = [
        (.startsWith("/café"), true), (.startsWith("/caf%C3%A9"), true), (.startsWith("/caf%c3%a9"), true),
        (.contains("q=schöne bücher"), true), (.contains("q=sch%C3%B6ne%20b"), true),
        (.matches("/caf(é|e)\\?"), true), (.endsWith("#größe"), true), (.equals("/cafe"), false),
        (.contains("b%C3%BCcher&"), false), (.contains("%2Fx"), true),
    ]

    @Test("compare in either spelling")
    func spellings() async throws {
        try await withPage("/") { page, _ in
            let source = "history.replaceState(0, '', '/café?q=schöne bücher%2Fx#größe')"
            _ = try await page.run(Script(source: source), until: within(.seconds(5)))
            for (comparison, holds) in Self.holding {
                let url = Condition(.url(comparison), isNegated: !holds, position: .test)
                try await page.expect([url], until: within(.seconds(5)))
            }
        }
    }

    @Test("hosts too")
    func hosts() async throws {
        try await withPage(arguments: ["--host-resolver-rules=MAP * 127.0.0.1"]) { page, site in
            let port = try #require(site.baseURL.split(separator: ":").last)
            try await page.open("http://bücher.example:\(port)/", until: within(.seconds(8)))
            let spellings = ["http://bücher.example:", "http://xn--bcher-kva.example:"]
            for spelling in spellings {
                let url = Condition(.url(.startsWith(spelling)), position: .test)
                try await page.expect([url], until: within(.seconds(5)))
            }
        }
    }
}
