import CanaryModel
import CanaryRunner
import TestSupport
import Testing

@testable import StepExecutors

@Suite("CauseSearch") struct CauseSearchTests {
    private func at(_ milliseconds: Int) -> Timestamp {
        Timestamp(milliseconds: 1_795_305_599_000 + milliseconds)
    }

    private func search(failurePolicy: FailurePolicy = FailurePolicy()) -> CauseSearch {
        CauseSearch(
            page: "http://shop.example.com/cart",
            documentBegan: at(1000),
            documentCame: at(1200),
            stepBegan: at(2000),
            failurePolicy: failurePolicy
        )
    }

    private func request(
        _ method: String,
        _ path: String,
        _ type: String = "Fetch",
        status: Int? = nil,
        error: String? = nil,
        at time: Int = 2500
    ) -> FailedRequest {
        let url = path.hasPrefix("/") ? "http://shop.example.com\(path)" : path
        return FailedRequest(
            method: method,
            url: url,
            type: type,
            status: status,
            error: error,
            time: at(time),
            duration: 1
        )
    }

    private func causes(
        of requests: [FailedRequest],
        failurePolicy: FailurePolicy = FailurePolicy()
    ) -> [String] {
        var search = search(failurePolicy: failurePolicy)
        search.take(requests)
        return search.causes.map(\.message)
    }

    @Test("takes a document that was refused once, though its request is in the traffic too")
    func document() {
        var search = search()
        search.take(document: "http://shop.example.com/login", "POST", status: 422)
        search.take([request("POST", "/login", "Document", status: 422)])
        let message = "POST http://shop.example.com/login answered 422 Unprocessable Content"
        #expect(search.causes == [Cause(.document, message)])
    }

    @Test("takes the most telling first, each once, at most three")
    func order() {
        let all = [
            request("GET", "/api/me", status: 401), request("POST", "/api/pay", status: 422),
            request("GET", "/api/cart", status: 502), request("GET", "/api/cart", status: 502),
            request("GET", "/app.js", "Script", status: 404),
        ]
        #expect(
            causes(of: all) == [
                "GET http://shop.example.com/api/cart answered 502 Bad Gateway",
                "GET http://shop.example.com/app.js answered 404 Not Found",
                "POST http://shop.example.com/api/pay answered 422 Unprocessable Content",
            ]
        )
    }

    @Test("leaves out what scripts did before the document came: they were another's")
    func leaving() {
        var search = search()
        let text = "Uncaught TypeError: Failed to fetch"
        search.take([
            ConsoleEntry(level: .error, source: "javascript", text: text, time: at(1100)),
            ConsoleEntry(level: .error, source: "javascript", text: "Uncaught Error: x", time: at(1300)),
        ])
        #expect(search.causes.map(\.message) == ["a script threw: Error: x"])
    }

    @Test("what came during the step goes before what came in the one before it")
    func recent() {
        let all = [request("GET", "/a", status: 500, at: 1500), request("GET", "/b", status: 500, at: 2500)]
        #expect(causes(of: all).first?.contains("/b") == true)
    }

    @Test(
        "leaves out what goes wrong on pages that are well",
        arguments: [
            ("/favicon.ico", "Other", "404"), ("/app.js.map", "Script", "404"), ("/logo.png", "Image", "404"),
            ("https://www.google-analytics.com/g/collect", "Fetch", "503"), ("/ping", "Ping", "500"),
            ("https://cdn.example.org/tag.js", "Script", "net::ERR_NAME_NOT_RESOLVED"),
            ("https://api.example.org/a", "Fetch", "net::ERR_CONNECTION_REFUSED"),
            ("/a", "Fetch", "net::ERR_ABORTED"), ("/a", "Fetch", "net::ERR_BLOCKED_BY_CLIENT"),
        ]
    )
    func noise(_ path: String, _ type: String, _ result: String) {
        let status = Int(result)
        let request = request("GET", path, type, status: status, error: status == nil ? result : nil)
        #expect(causes(of: [request]) == [])
    }

    @Test("takes an API below the same domain for the site's own")
    func sites() {
        let error = "net::ERR_CONNECTION_REFUSED"
        #expect(
            causes(of: [request("GET", "http://api.example.com/a", error: error)])
                == ["GET http://api.example.com/a failed: \(error)"]
        )
    }

    @Test("leaves out what an earlier document asked for, unless it sent something")
    func earlier() {
        #expect(causes(of: [request("GET", "/a", status: 500, at: 500)]) == [])
        #expect(causes(of: [request("POST", "/a", status: 500, at: 500)]).count == 1)
    }

    @Test("leaves out what the flow ignores")
    func ignored() {
        let failurePolicy = FailurePolicy(ignored: ["/legacy/"])
        #expect(causes(of: [request("GET", "/legacy/a", status: 500)], failurePolicy: failurePolicy) == [])
    }

    @Test("takes errors of scripts, and of what frameworks tell the console")
    func console() {
        var search = search()
        func entry(
            _ source: String,
            _ text: String,
            _ level: ConsoleEntry.Level = .error,
            at time: Int = 2500
        ) -> ConsoleEntry {
            ConsoleEntry(
                level: level,
                source: source,
                text: text,
                url: "http://shop.example.com/a.js",
                line: 3,
                time: at(time)
            )
        }
        search.take([
            entry("console-api", "ERROR TypeError: x is undefined"), entry("console-api", "look out"),
            entry("javascript", "Uncaught Error: boom\n    at a.js:3"),
            entry("javascript", "Uncaught (in promise) TypeError: y"),
            entry("javascript", "Uncaught Error: old", at: 500),
            entry("javascript", "ResizeObserver loop completed with undelivered notifications."),
            entry("network", "Failed to load resource"),
        ])
        #expect(
            search.causes.map(\.message) == [
                "a script threw: Error: boom (http://shop.example.com/a.js:3)",
                "a promise was rejected: TypeError: y (http://shop.example.com/a.js:3)",
                "the console says: ERROR TypeError: x is undefined (http://shop.example.com/a.js:3)",
            ]
        )
    }
}
