import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Pages that wait for what never comes") struct StalledPageTests {
    /// Pages by their paths; whatever else is asked for is never answered.
    private static let pages = [
        "/good": "<title>Good</title><h1>Good</h1>",
        "/link": "<head><link rel=stylesheet href=/never.css></head><h1 onclick=\"title = 'c'\">Here</h1>",
        "/import":
            "<head><style>@import url(/never.css);</style></head><h1 onclick=\"title = 'c'\">Here</h1>",
        "/script": "<head><script src=/never.js></script></head><h1>Here</h1>",
        "/styled-script": "<head><link rel=stylesheet href=/never.css><script>1</script></head><h1>Here</h1>",
        "/late-script": "<h1>Here</h1><script src=/never.js></script>",
        "/busy": String(repeating: "<h1>Here</h1><script src=/busy.js></script>", count: 20),
        "/busy.js": "for (const end = Date.now() + 900; Date.now() < end;);",
    ]

    private func withPages(_ body: @Sendable (Page, _ baseURL: String) async throws -> Void) async throws {
        try await RawServer.withServer { connection in
            guard let request = connection.readRequest() else { return }
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
            if path == "/half" { connection.write(head + "1000\r\n\r\n<h1>Here</h1>") }
            guard let page = Self.pages[path] else { return connection.waitForEnd() }
            connection.write(head + "\(page.utf8.count)\r\n\r\n\(page)")
        } _: { server in
            try await withPage { page, _ in try await body(page, server.baseURL) }
        }
    }

    @Test(
        "a picture is not waited for where a stylesheet never comes; scripts and the next page go on",
        arguments: ["/link", "/import"]
    )
    func undrawn(path: String) async throws {
        try await withPages { page, baseURL in
            try await page.open(baseURL + path, until: within(.seconds(5)))
            for limit in [Duration.seconds(9), .seconds(4)] {
                let start = ContinuousClock.now
                let error = try await browserError { try await page.screenshot(until: within(.seconds(20))) }
                #expect(error.message.contains("nothing before \(baseURL)/never.css has come"), "\(error)")
                #expect(start.duration(to: .now) < limit, "each document is waited for once")
            }
            #expect(try await page.text("h1") == "Here")
            try await page.open(baseURL + "/good", until: within(.seconds(5)))
            #expect(try await page.screenshot(until: within(.seconds(10))).count > 500)
        }
    }

    @Test(
        "what a page waits for that does not load in time is told, and the next page opens",
        arguments: [
            ("/silent", "its server has not answered"),
            ("/half", "its server has not sent the whole document"),
            ("/script", "it waits for BASE/never.js, which has not come"),
            ("/late-script", "it waits for BASE/never.js, which has not come"),
            ("/styled-script", "it waits for BASE/never.css, which has not come"),
        ]
    )
    func unloaded(path: String, cause: String) async throws {
        try await withPages { page, baseURL in
            let error = try await browserError {
                try await page.open(baseURL + path, until: within(.seconds(2)))
            }
            let words = cause.replacing("BASE", with: baseURL)
            #expect(error.message == "the page did not load in time: \(words)")
            #expect(error.code == .timeout)
            let start = ContinuousClock.now
            do { _ = try await page.screenshot(until: within(.seconds(20))) } catch is BrowserError {}
            _ = try await page.snapshot(until: within(.seconds(5)))
            #expect(start.duration(to: .now) < .seconds(9))
            try await page.open(baseURL + "/good", until: within(.seconds(5)))
            #expect(try await page.screenshot(until: within(.seconds(10))).count > 500)
        }
    }

    @Test("a script that has come, and is run, is not told as one that has not")
    func busy() async throws {
        try await withPages { page, baseURL in
            let error = try await browserError {
                try await page.open(baseURL + "/busy", until: within(.seconds(2)))
            }
            #expect(!error.message.contains("has not come"), "\(error)")
        }
    }
}
