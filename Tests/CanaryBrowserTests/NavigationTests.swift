import CanaryModel
import DemoSite
import TestSupport
import Testing

@testable import CanaryBrowser

@Suite("Navigation in a real browser") struct NavigationTests {
    @Test(
        "after a click that navigates, the next command sees the new page",
        arguments: [
            ("#link", "link"), ("#slow-link", "slow-link"), ("#redirected", "redirected"),
            ("#by-script-at-once", "by-script-at-once"), ("#push-state", "push-state"),
        ]
    )
    func clicks(_ selector: String, _ page: String) async throws {
        try await withPage("/cases/navigation") { browser, site in
            for _ in 1...5 {
                try await browser.open(site.baseURL + "/cases/navigation", until: within(.seconds(5)))
                try await browser.locator(.css(selector)).click(until: within(.seconds(5)))
                let place = try await browser.place(until: within(.seconds(10)))
                #expect(place.url.hasSuffix("page=\(page)") || place.url.contains("page=\(page)&"))
            }
        }
    }

    @Test("after a form was sent, the next command sees the answer", arguments: ["#post", "#slow-post"])
    func forms(_ selector: String) async throws {
        try await withPage("/cases/navigation") { browser, site in
            for _ in 1...5 {
                try await browser.open(site.baseURL + "/cases/navigation", until: within(.seconds(5)))
                try await browser.locator(.css(selector)).click(until: within(.seconds(5)))
                let place = try await browser.place(until: within(.seconds(10)))
                #expect(place.url.contains("/cases/echo"))
            }
        }
    }

    @Test(
        "a click on a download or on nothing (204) stays on the page",
        arguments: ["#no-content", "#download"]
    )
    func staying(_ selector: String) async throws {
        try await withPage("/cases/navigation") { browser, _ in
            try await browser.locator(.css(selector)).click(until: within(.seconds(10)))
            let place = try await browser.place(until: within(.seconds(10)))
            #expect(place.url.hasSuffix("/cases/navigation"))
        }
    }

    /// What a site does to a page that is opened, and how that must be told.
    static let faults: [(DemoSite.Effect, FailureCode)] = [
        (.status(500), .status),
        (.status(404), .status),
        (.redirectForever, .navigation),
        (.closeBeforeAnswer, .navigation),
        (.closeMidBody, .navigation),
        (.neverAnswer, .timeout),
        (.alert("Hello"), .dialog),
        (.freeze(for: .seconds(20)), .unresponsive),
    ]

    @Test("what a site does wrong is told as what it is, in time", arguments: NavigationTests.faults)
    func faulty(_ effect: DemoSite.Effect, _ code: FailureCode) async throws {
        try await withPage(
            behaviour: ["/health-page": [effect], "/": [effect]],
        ) { page, site in
            let start = ContinuousClock.now
            let error = try await browserError {
                let deadline = within(.seconds(2))
                try await page.open(site.baseURL + "/", until: deadline)
                try await page.expect(
                    [Condition(.state(.visible, .css("#never")), position: .test)],
                    until: deadline
                )
            }
            #expect(error.code == code, "\(error)")
            #expect(start.duration(to: .now) < .seconds(4))
        }
    }

    @Test(
        "a page that breaks off is told as such; a picture of it is not waited for, and the next page opens"
    )
    func brokenOff() async throws {
        try await withPage(behaviour: ["/login": [.closeMidBody]]) { page, site in
            let error = try await browserError {
                try await page.open(site.baseURL + "/login", until: within(.seconds(5)))
            }
            #expect(error.message.contains("in the middle of its reply"), "\(error)")
            let start = ContinuousClock.now
            do { _ = try await page.screenshot(until: within(.seconds(20))) } catch is BrowserError {}
            #expect(start.duration(to: .now) < .seconds(5))
            var logs = PageLogs()
            logs.take(try await page.newLogs(console: true, network: false, until: within(.seconds(10))))
            #expect(
                logs.console.contains { $0.text.contains("ERR_") },
                "what was read is kept for those who ask"
            )
            try await page.open(site.baseURL + "/", until: within(.seconds(5)))
            #expect(try await page.screenshot(until: within(.seconds(5))).count > 2000)
        }
    }

    @Test("a refused connection and an unknown host are told by name")
    func refused() async throws {
        let closed = try await DemoSite.withSite { $0.baseURL }
        try await withPage { page, _ in
            let refused = try await browserError {
                try await page.open(closed, until: within(.seconds(3)))
            }
            #expect(refused.code == .navigation)
            #expect(refused.message.contains("refused"))
            let unknown = try await browserError {
                try await page.open("http://no-such-host.invalid/", until: within(.seconds(3)))
            }
            #expect(unknown.message.contains("host name"))
        }
    }

    @Test("where a script leads on to a page that cannot be loaded, it is told why")
    func ledOn() async throws {
        let closed = try await DemoSite.withSite { $0.baseURL }
        let script = "<script>location = '\(closed)/'</script>"
        try await RawServer.withServer { connection in
            guard connection.readRequest()?.hasPrefix("GET") == true else { return }
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
            connection.write(head + "\(script.utf8.count)\r\n\r\n\(script)")
        } _: { server in
            try await withPage { page, _ in
                let error = try await browserError {
                    try await page.open(server.baseURL + "/", until: within(.seconds(5)))
                }
                #expect(error.message.contains("refused"), "\(error)")
            }
        }
    }

    @Test("a status that the step names is right")
    func namedStatus() async throws {
        try await withPage { page, site in
            try await page.open(site.baseURL + "/no-such-page", status: [404], until: within(.seconds(10)))
            let error = try await browserError {
                try await page.open(site.baseURL + "/", status: [404], until: within(.seconds(3)))
            }
            #expect(error.code == .status)
        }
    }

    @Test("reload, back and forward go where they should")
    func history() async throws {
        try await withPage("/cases/navigation") { page, site in
            try await page.locator(.css("#link")).click(until: within(.seconds(10)))
            try await page.back(until: within(.seconds(10)))
            #expect(try await page.place(until: within(.seconds(10))).url.hasSuffix("/cases/navigation"))
            try await page.forward(until: within(.seconds(10)))
            #expect(try await page.place(until: within(.seconds(10))).url.hasSuffix("page=link"))
            site.forgetRequests()
            try await page.reload(until: within(.seconds(10)))
            #expect(site.requests.contains { $0.path == "/cases/navigation" })
        }
    }

    @Test("back and forward fail where the history has no page to go to")
    func noHistory() async throws {
        try await withPage("/cases/navigation", isAlone: true) { page, site in
            let back = try await browserError { try await page.back(until: within(.seconds(5))) }
            #expect(back.message == "the browser's history has no page to go back to")
            #expect(back.code == .navigation)
            let forward = try await browserError { try await page.forward(until: within(.seconds(5))) }
            #expect(forward.message == "the browser's history has no page to go forward to")
            #expect(try await page.place(until: within(.seconds(10))).url.hasSuffix("/cases/navigation"))
        }
    }
}
