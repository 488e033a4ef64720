import CanaryModel
import CanaryRunner
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("What the page's logs leave") struct LogTests {
    private static let noisy = flow(
        #"""
        { open: "/" },
        { name: "Noise", script: "console.warn('look out'); console.log('only a log'); console.error('boom', {a: 1}); setTimeout(() => { throw new Error('uncaught') })" },
        { pause: "100ms" },
        { name: "Requests", steps: [ { name: "Ask", script: "await fetch('/api/none?x=1', {method: 'POST', body: 'a=1'}); try { await fetch('http://127.0.0.1:1/') } catch {}" } ] },
        """#
    )

    @Test("the console is kept, and each step has the warnings and errors that came during it")
    func console() async throws {
        let run = try await run(Self.noisy)
        #expect(try run.attempt().failure == nil)
        #expect(try run.attempt().evidence.console == "test/console.json")
        let entries = try JSONDecoder().decode(
            [ConsoleEntry].self,
            from: try #require(run.files["test/console.json"])
        )
        #expect(entries.map(\.text).contains("only a log"))
        let step = try run.step(2).console
        #expect(step.first { $0.text == "look out" }?.level == .warning)
        let boom = try #require(step.first { $0.text.contains("boom") })
        #expect(boom.level == .error && boom.source == "console-api" && boom.step == "2")
        let pageErrors = try [run.step(2), run.step(3)].flatMap(\.console).filter(\.isPageError)
        #expect(pageErrors.map(\.text) == ["Uncaught Error: uncaught"])
        #expect(pageErrors.first?.line != nil)
    }

    @Test("the network is kept as HAR, requests that failed are told with their step, statuses are counted")
    func network() async throws {
        let run = try await run(Self.noisy)
        #expect(try run.attempt().evidence.network == "test/network.har")
        let har = try HAR(try #require(run.files["test/network.har"]))
        #expect(har.version == "1.2" && har.creator == "canary" && har.browser.contains("chrome"))
        #expect(har.pages.count == 1 && (har.pages[0].onContentLoad ?? -1) > 0)
        let document = try #require(har.entries.first)
        #expect(document.method == "GET" && document.status == 200 && document.type == "Document")
        #expect(
            document.pageref == har.pages[0].id && document.step == "1" && document.address == "127.0.0.1"
        )
        #expect(document.headers.keys.contains("Host") && document.received.keys.contains("Content-Type"))
        #expect(document.contentSize > 500 && document.time > 0)
        let phases = document.timings
        #expect(abs(phases.total - document.time) < 0.01 && phases.values.count == 7)
        let post = try #require(har.entries.first { $0.method == "POST" })
        #expect(post.query == ["x": "1"] && post.body == "a=1" && post.status == 404 && post.step == "4.1")
        let requests = try run.step(4).steps[0].requests
        #expect(requests.first { $0.status == 404 }?.url.hasSuffix("/api/none?x=1") == true)
        #expect(requests.contains { $0.error?.hasPrefix("net::ERR_") == true && $0.status == nil })
        let counts = try #require(try run.attempt().statusCounts)
        #expect(counts.clientErrors == 1 && counts.failed == 1 && counts.serverErrors == 0)
        #expect(counts.successes == har.entries.filter { (200..<300).contains($0.status) }.count)
    }

    @Test("a redirect is an entry of its own")
    func redirect() async throws {
        let run = try await run(
            flow(
                """
                { open: "/login" }, { fill: "#username", value: "canary-test@example.com" },
                { fill: "#password", value: "\(testPassword)" }, { click: "#submit-login" },
                { waitFor: { visible: ".dashboard-container" } },
                """
            )
        )
        let har = try HAR(try #require(run.files["test/network.har"]))
        let sent = try #require(har.entries.first { $0.method == "POST" })
        #expect((300..<400).contains(sent.status) && sent.redirect.hasSuffix("/dashboard"))
        #expect(sent.received["Set-Cookie"] == nil || sent.received["Set-Cookie"] == "***")
        #expect(har.entries.contains { $0.method == "GET" && $0.url == sent.redirect && $0.status == 200 })
        #expect(har.entries.compactMap { $0.headers["Cookie"] }.allSatisfy { $0 == "***" })
        #expect(try #require(run.attempt().statusCounts).redirects == 1)
    }

    @Test("bodies of replies are kept where that is asked for, of pages that were left too")
    func bodies() async throws {
        let steps = #"{ open: "/" }, { open: "/login" }"#
        let run = try await run(flow(steps, more: "evidence: { bodies: true },"))
        let documents = try HAR(try #require(run.files["test/network.har"])).entries.filter {
            $0.type == "Document"
        }
        #expect(documents.count == 2)
        #expect(documents.allSatisfy { $0.content?.contains("<!doctype html>") == true })
        let without = try await StepExecutorsTests.run(flow(steps))
        let entries = try HAR(try #require(without.files["test/network.har"])).entries
        #expect(entries.allSatisfy { $0.content == nil })
    }

    @Test("what a step warns of degrades it, without causes being looked for, and nothing fails by it")
    func warnings() async throws {
        let steps = ##"""
            { open: "/", warn: [ { visible: "#none" }, { visible: "body" } ] },
            { script: "setTimeout(() => { document.open(); document.write('<h1>never read to its end</h1>'); }, 50)" },
            { waitFor: { text: "h1", contains: "never" }, warn: { visible: "h1" } },
            """##
        let run = try await run(flow(steps))
        #expect(try run.attempt().steps.map(\.outcome) == [.passed, .passed, .passed])
        let warnings = try #require(try run.step(1).warnings)
        #expect(warnings.map(\.target) == ["#none"])
        #expect(warnings[0].suggestions.isEmpty && warnings[0].appearedAfter == nil)
        let unread = try run.step(3)  // of whose document the end never comes
        #expect(unread.warnings == nil && unread.notes == [], "\(unread)")
    }

    @Test("nothing is kept of what is switched off")
    func off() async throws {
        let options = #"evidence: { console: false, har: false, dom: false, screenshots: "none" },"#
        let run = try await run(
            flow(##"{ open: "/" }, { click: "#none", timeout: "100ms" }"##, more: options)
        )
        #expect(run.files.keys.sorted() == ["events.ndjson", "result.json"])
        #expect(try run.attempt().evidence == EvidenceFiles())
        #expect(try run.attempt().statusCounts == nil)
        #expect(try run.attempt().notes == [])
    }

    @Test("the DOM at the failure is kept: shadow roots, frames and values in it, scripts and passwords not")
    func dom() async throws {
        let page = #"""
            document.body.innerHTML = '<input id=a><input id=p type=password><div id=h onclick="alert(1)"></div>'
              + '<a href="javascript:alert(2)">x</a><iframe srcdoc="<p>in the frame"></iframe><script>alert(3)<\/script>';
            document.querySelector('#a').value = 'typed "in"'; document.querySelector('#p').value = 'hidden one';
            document.querySelector('#h').attachShadow({ mode: 'open' }).innerHTML = '<b>in the shadow</b>';
            """#
        let script = String(decoding: try JSONEncoder().encode(page), as: UTF8.self)
        let run = try await run(
            flow(
                ##"{ open: "/" }, { script: \##(script) }, { pause: "100ms" }, { click: "#none", timeout: "100ms" }"##
            )
        )
        #expect(try run.attempt().evidence.dom == "test/failure.html")
        let html = try run.text("test/failure.html")
        #expect(html.contains(#"<template shadowrootmode="open"><b>in the shadow</b></template>"#))
        #expect(html.contains("&lt;p&gt;in the frame"))
        #expect(html.contains(#"value="typed &quot;in&quot;""#))
        #expect(html.contains("default-src 'none'") && html.contains("<base href=\"http://"))
        for word in ["hidden one", "alert(", "<script", "javascript:"] {
            #expect(!html.contains(word), "\(word)")
        }
        let passed = try await StepExecutorsTests.run(flow(#"{ open: "/" }"#))
        #expect(try passed.attempt().evidence.dom == nil)
    }

    private static let widgets = [
        "setTimeout(() => { throw new Error('broken widget') })", "console.error('broken widget')",
        "try { await fetch('http://127.0.0.1:1/widget') } catch {}",
        "new WebSocket('ws://127.0.0.1:1/widget')", "await fetch('/api/widget')",
    ]

    @Test(
        "what the flow fails on fails the step during which it happened",
        arguments: [
            (
                "'pageError', 'requestFailure', 'http5xx'",
                [
                    "an error in the page: Uncaught Error: broken widget", nil,
                    "a request failed: GET http://127.0.0.1:1/widget: net::ERR_",
                    "a request failed: GET ws://127.0.0.1:1/widget: ",
                    "a request was answered with status 500: GET ",
                ]
            ),
            (
                "'consoleError'",
                [
                    "an error in the page: Uncaught Error: broken widget",
                    "an error on the console: broken widget",
                    "an error on the console: Failed to load resource: net::ERR_",
                    "an error on the console: ",
                    "an error on the console: Failed to load resource: the server responded with a status of 500 "
                        + "(Internal Server Error) (http://127.0.0.1:",
                ]
            ),
        ] as [(String, [String?])]
    )
    func failurePolicy(_ events: String, _ messages: [String?]) async throws {
        let run = try await runWidgets(failing: "failOn: [\(events)],")
        for (step, message) in zip(try run.attempt().steps.dropFirst(), messages) {
            #expect(step.failure?.code == message.map { _ in .gate })
            #expect(step.failure?.message.hasPrefix(message ?? "none") ?? true, "\(step)")
        }
    }

    @Test("what is ignored passes, and so does all of it where the flow fails on nothing")
    func ignored() async throws {
        let all = "failOn: ['pageError', 'consoleError', 'requestFailure', 'http5xx'],"
        for policy in ["\(all) ignore: ['[Ww]idget'],", ""] {
            let run = try await runWidgets(failing: policy)
            #expect(try run.attempt().outcome == .passed, "\(policy)")
        }
    }

    @Test("a request that is taken away as the page is left is not an error of the site")
    func leaving() async throws {
        let steps = """
            { open: "/" }, { script: "fetch('/api/slow')" }, { open: "/login" },
            { script: "fetch('/api/slow')" }, { open: "/", expect: { visible: "#nowhere" }, timeout: "300ms" },
            """
        let run = try await run(
            flow(steps, more: "failOn: ['pageError'],"),
            behaviour: ["/api/slow": [.delay(.seconds(20))]]
        )
        let all = try run.attempt().steps
        #expect(all.map(\.outcome) == [.passed, .passed, .passed, .passed, .failed], "\(all[2])")
        #expect(all[4].failure?.code == .expectation && all[4].failure?.causes == [], "\(all[4])")
    }

    @Test(
        "what a page throws or writes like one is an error where its request failed, or nothing was left",
        arguments: [
            (
                "pageError",
                "fetch('/api/widget').then((r) => { if (!r.ok) throw new TypeError('Failed to fetch: ' + r.status) })"
            ),
            ("pageError", "fetch('http://127.0.0.1:1/')"), ("consoleError", "console.error('network error')"),
        ]
    )
    func alike(policy: String, script: String) async throws {
        let run = try await run(
            flow("{ open: '/' }, \(try Self.lasting(script))", more: "failOn: ['\(policy)'],"),
            behaviour: ["/api/widget": [.status(500)]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.passed, .failed])
    }

    /// A step that runs a script and lasts until its requests have come to their end.
    private static func lasting(_ script: String) throws -> String {
        let whole = script + "; await new Promise((done) => setTimeout(done, 500))"
        return "{ script: \(String(decoding: try JSONEncoder().encode(whole), as: UTF8.self)), soft: true }"
    }

    private func runWidgets(failing policy: String) async throws -> RunOutcome {
        let steps = try Self.widgets.map(Self.lasting)
        let behaviour: DemoSite.Behaviour = ["/api/widget": [.status(500)]]
        let all = (["{ open: '/' }"] + steps).joined(separator: ",")
        return try await run(flow(all, more: policy), behaviour: behaviour)
    }
}

/// A HAR file as its readers take it.
private struct HAR {
    struct Page {
        let id: String
        let onContentLoad: Double?
    }

    struct Timings {
        let values: [String: Double]
        var total: Double { values.filter { $0.key != "ssl" && $0.value > 0 }.values.reduce(0, +) }
    }

    struct Entry {
        let pageref, step, address: String?
        let method, url, type, redirect: String
        let status, contentSize: Int
        let time: Double
        let headers, received, query: [String: String]
        let body, content: String?
        let timings: Timings
    }

    let version, creator, browser: String
    let pages: [Page]
    let entries: [Entry]

    init(_ data: Data) throws {
        typealias Object = [String: Any]
        let log = try #require((try JSONSerialization.jsonObject(with: data) as? Object)?["log"] as? Object)
        func pairs(_ list: Any?) -> [String: String] {
            let pairs = (list as? [Object] ?? []).map {
                ($0["name"] as? String ?? "", $0["value"] as? String ?? "")
            }
            return Dictionary(pairs) { first, _ in first }
        }
        version = try #require(log["version"] as? String)
        creator = try #require((log["creator"] as? Object)?["name"] as? String)
        browser = try #require((log["browser"] as? Object)?["name"] as? String)
        pages = try #require(log["pages"] as? [Object]).map { page in
            Page(
                id: try #require(page["id"] as? String),
                onContentLoad: (page["pageTimings"] as? Object)?["onContentLoad"] as? Double
            )
        }
        entries = try #require(log["entries"] as? [Object]).map { entry in
            let request = try #require(entry["request"] as? Object)
            let response = try #require(entry["response"] as? Object)
            _ = try #require(entry["cache"] as? Object)
            for key in ["httpVersion", "cookies", "headersSize", "bodySize"] {
                _ = try #require(request[key])
                _ = try #require(response[key])
            }
            return Entry(
                pageref: entry["pageref"] as? String,
                step: entry["_step"] as? String,
                address: entry["serverIPAddress"] as? String,
                method: try #require(request["method"] as? String),
                url: try #require(request["url"] as? String),
                type: try #require(entry["_resourceType"] as? String),
                redirect: try #require(response["redirectURL"] as? String),
                status: try #require(response["status"] as? Int),
                contentSize: try #require((response["content"] as? Object)?["size"] as? Int),
                time: try #require(entry["time"] as? Double),
                headers: pairs(request["headers"]),
                received: pairs(response["headers"]),
                query: pairs(request["queryString"]),
                body: (request["postData"] as? Object)?["text"] as? String,
                content: (response["content"] as? Object)?["text"] as? String,
                timings: Timings(values: try #require(entry["timings"] as? [String: Double]))
            )
        }
    }
}
