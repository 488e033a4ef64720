import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryBrowser

@Suite("Documents that are still coming") struct ComingDocumentTests {
    /// Pages by their paths; what is asked for else is never answered.
    private static let pages = [
        "/": """
        <!doctype html><title>Start</title><a id=script href=/script>1</a><a id=deferred href=/deferred>2</a>
        <a id=silent href=/silent>3</a><button id=open onclick="window.open('/silent')">4</button>
        """,
        "/script":
            "<!doctype html><title>Script</title><h1>Here</h1><script src=/never.js></script><p id=end>end",
        "/deferred": """
        <!doctype html><title>Deferred</title><button id=b>Go</button><p id=o>-</p><script defer src=/deferred.js></script>
        """,
    ]

    /// How long the deferred script takes to come.
    private static let latency = Duration.milliseconds(700)

    private func withPages(_ body: @Sendable (Page, _ baseURL: String) async throws -> Void) async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                if path == "/list" { connection.write(head + "1000\r\n\r\n<!doctype html><ul><li>1<li>2") }
                if path == "/deferred.js" {
                    Thread.sleep(forTimeInterval: Self.latency / .seconds(1))
                    let script = "b.onclick = () => { o.textContent = 'done' }"
                    let head = head.replacing("text/html", with: "text/javascript")
                    connection.write(head + "\(script.utf8.count)\r\n\r\n\(script)")
                    continue
                }
                guard let page = Self.pages[path] else { return connection.waitForEnd() }
                connection.write(head + "\(page.utf8.count)\r\n\r\n\(page)")
            }
        } _: { server in
            try await withPage { page, _ in
                try await page.open(server.baseURL + "/", until: within(.seconds(10)))
                try await body(page, server.baseURL)
            }
        }
    }

    private func condition(_ kind: Condition.Kind) -> Condition { Condition(kind, position: .test) }

    @Test("what is there holds though a script of the document never comes; what is not there is not known")
    func script() async throws {
        try await withPages { page, baseURL in
            try await page.locator(.css("#script")).click(until: within(.seconds(5)))
            try await page.expect(
                [
                    condition(.state(.visible, .css("h1"))), condition(.title(.equals("Script"))),
                    condition(.url(.endsWith("/script"))),
                ],
                until: within(.seconds(2))
            )
            for kind in [Condition.Kind.state(.absent, .css("#end")), .state(.hidden, .css("#end"))] {
                let error = try await browserError {
                    try await page.expect([condition(kind)], until: within(.milliseconds(500)))
                }
                #expect(error.code == .timeout)
                #expect(error.message.contains("it waits for \(baseURL)/never.js"), "\(error)")
            }
            let error = try await browserError {
                try await page.awaitReading(until: within(.milliseconds(500)))
            }
            #expect(error.message.contains("it waits for \(baseURL)/never.js"), "\(error)")
            // People do not wait for ever either.
            let start = ContinuousClock.now
            try await page.locator(.css("h1")).click(until: within(.seconds(2)))
            #expect(start.duration(to: .now) > .seconds(1))
        }
    }

    @Test("how many there are is not known before the document has come")
    func count() async throws {
        try await withPages { page, baseURL in
            let error = try await browserError {
                try await page.open(baseURL + "/list", until: within(.seconds(1)))
            }
            #expect(error.message.contains("its server has not sent the whole document"), "\(error)")
            try await page.expect(
                [condition(.state(.visible, .css("li")))],
                until: within(.seconds(2))
            )
            let early = try await browserError {
                try await page.expect(
                    [condition(.count(.css("li"), .equalsNumber(2)))],
                    until: within(.seconds(1))
                )
            }
            #expect(early.code == .timeout, "\(early)")
        }
    }

    @Test("a click waits for the deferred script that gives its button something to do")
    func deferred() async throws {
        try await withPages { page, _ in
            try await page.locator(.css("#deferred")).click(until: within(.seconds(10)))
            try await page.expect([condition(.state(.visible, .css("#b")))], until: within(.seconds(5)))
            try await page.locator(.css("#b")).click(until: within(.seconds(10)))
            try await page.expectText("#o", "done")
        }
    }

    @Test("a server that does not answer after a click is told, and the page that was there goes on")
    func silent() async throws {
        try await withPages { page, baseURL in
            let error = try await browserError {
                try await page.locator(.css("#silent")).click(until: within(.seconds(1)))
                try await page.expect(
                    [condition(.state(.visible, .css("h1")))],
                    until: within(.milliseconds(500))
                )
            }
            #expect(error.message == "the page did not load in time: its server has not answered")
            #expect(try await page.screenshot(until: within(.seconds(10))).count > 500)
            try await page.expect([condition(.title(.equals("Start")))], until: within(.seconds(5)))
            try await page.open(baseURL + "/deferred", until: within(.seconds(10)))
        }
    }

    @Test(
        "a document that a script writes and never closes is there",
        arguments: ["document", "window.open('')"]
    )
    func written(_ target: String) async throws {
        try await withPages { page, _ in
            let write = "const w = \(target); (w.document ?? w).write('<h1>Written</h1><button>Go</button>')"
            _ = try await page.run(Script(source: write), until: within(.seconds(5)))
            if target != "document" { try await page.goTo(.new, until: within(.seconds(5))) }
            let start = ContinuousClock.now
            try await page.expect(
                [condition(.state(.visible, .css("h1"))), condition(.state(.absent, .css("#script")))],
                until: within(.seconds(10))
            )
            try await page.locator(.css("button")).click(until: within(.seconds(10)))
            #expect(start.duration(to: .now) < .seconds(5))
        }
    }

    @Test("a window to which no document comes is told, and left")
    func window() async throws {
        try await withPages { page, _ in
            try await page.locator(.css("#open")).click(until: within(.seconds(5)))
            let error = try await browserError { try await page.goTo(.new, until: within(.seconds(2))) }
            #expect(error.message == "no document came in the new window")
            try await page.expect([condition(.title(.equals("Start")))], until: within(.seconds(5)))
        }
    }
}
