import CanaryBrowser
import Testing

@Suite("Cookies of the browser") struct CookieTests {
    @Test("are read, added and removed, for one host or with those below it")
    func cookies() async throws {
        try await withPage("/", isAlone: true) { page, _ in
            let deadline = within(.seconds(20))
            let given = [
                BrowserCookie(
                    name: "host",
                    value: "1=2",
                    domain: "a.example",
                    path: "/x",
                    httpOnly: true,
                    secure: false,
                    sameSite: "Strict"
                ),
                BrowserCookie(
                    name: "all",
                    value: "",
                    domain: ".a.example",
                    path: "/",
                    expires: 4_000_000_000,
                    secure: true,
                    sameSite: "None"
                ),
            ]
            #expect(try await page.add(given, until: deadline) == [])
            let known = try await page.cookies(until: deadline).filter { $0.domain.hasSuffix("a.example") }
            let host = try #require(known.first { $0.name == "host" })
            let all = try #require(known.first { $0.name == "all" })
            #expect(host.domain == "a.example" && host.value == "1=2" && host.path == "/x")
            #expect(host.httpOnly == true && host.secure == false && host.sameSite == "Strict")
            #expect(all.domain == ".a.example" && all.secure == true && all.sameSite == "None")
            #expect((all.expires ?? 0) > 0 && (host.expires ?? -1) < 0)
            let bad = BrowserCookie(name: "__Host-x", value: "1", domain: ".a.example", path: "/x")
            #expect(try await page.add([bad], until: deadline) == ["__Host-x"])
            try await page.remove([host, all], until: deadline)
            let left = try await page.cookies(until: deadline).filter { $0.domain.hasSuffix("a.example") }
            #expect(left == [])
        }
    }
}
