import CanaryHTTP
import Foundation
import Testing

@testable import DemoSite

@Suite("Behaviour")
struct BehaviourTests {
    @Test(
        "a pattern is a method or any, a path or its beginning",
        arguments: [
            ("/login", "GET", "/login", true), ("/login", "GET", "/login/", false),
            ("/login", "POST", "/login", true),
            ("POST /login", "POST", "/login", true), ("POST /login", "GET", "/login", false),
            ("/api/*", "GET", "/api/metrics", true), ("/api/*", "GET", "/apis", false),
            ("*", "POST", "/anything", true), ("GET *", "POST", "/anything", false),
        ]
    )
    func patterns(_ pattern: String, _ method: String, _ path: String, _ matches: Bool) throws {
        let head = try RequestHead(Array("\(method) \(path)?query=1 HTTP/1.1\r\nHost: a\r\n\r\n".utf8)[...])
        let rule = DemoSite.Behaviour.Rule(pattern: pattern, effects: [.cover])
        #expect(rule.matches(DemoSite.Request(head, body: [])) == matches)
    }

    @Test("a status takes the application's place: nothing is done")
    func status() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            site.behaviour = ["POST /login": [.status(500)]]
            let answer = try await visitor.signIn()
            #expect(answer.status == 500)
            #expect(answer.text.contains("<title>500 · Example App</title>"))
            #expect(try await visitor.send("GET", "/dashboard").status == 303)
            site.behaviour = [:]
            #expect(try await visitor.signIn().status == 303)
        }
    }

    @Test("what happens once is over after one request")
    func once() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["*": [.once(.status(503))]]
            var visitor = Visitor(site)
            let statuses = [
                try await visitor.send("GET", "/health").status,
                try await visitor.send("GET", "/health").status,
            ]
            #expect(statuses == [503, 200])
        }
    }

    @Test("a delay holds the answer back by its time; several add up")
    func delay() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["*": [.delay(.milliseconds(100))], "/health": [.delay(.milliseconds(150))]]
            var visitor = Visitor(site)
            let start = ContinuousClock.now
            _ = try await visitor.send("GET", "/health")
            #expect(.now - start >= .milliseconds(250))
        }
    }

    @Test("a delay can be asked for in the address of a case")
    func delayInQuery() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let start = ContinuousClock.now
            _ = try await visitor.send("GET", "/cases/late?delay=200")
            #expect(.now - start >= .milliseconds(200))
        }
    }

    @Test("a site without an answer lets the client wait, and has seen the request")
    func neverAnswer() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["/health": [.neverAnswer]]
            var visitor = Visitor(site)
            let error = await #expect(throws: HTTPError.self) {
                _ = try await visitor.send("GET", "/health", within: .milliseconds(300))
            }
            guard case .timeout = error?.code else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(site.requests.map(\.path) == ["/health"])
        }
    }

    @Test("redirects go on for ever")
    func redirects() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["/": [.redirectForever]]
            let request = HTTPRequest(url: site.baseURL + "/", maximumRedirects: 10)
            let error = await #expect(throws: HTTPError.self) {
                _ = try await HTTPClient().send(request, deadline: .now + .seconds(20))
            }
            #expect(error?.code == .tooManyRedirects)
            #expect(site.requests.count == 11)
        }
    }

    @Test(
        "a connection ends before the answer, or within it",
        arguments: [
            (DemoSite.Effect.closeBeforeAnswer, HTTPError.Code.emptyReply),
            (DemoSite.Effect.closeMidBody, HTTPError.Code.connectionLost),
        ]
    )
    func closing(_ effect: DemoSite.Effect, _ code: HTTPError.Code) async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["/": [effect]]
            var visitor = Visitor(site)
            let error = await #expect(throws: HTTPError.self) { _ = try await visitor.send("GET", "/") }
            #expect(error?.code == code)
        }
    }

    @Test("a sign-in takes the time that the option says")
    func responseTime() async throws {
        let behaviour = DemoSite.Options(responseTime: .milliseconds(500)).behaviour
        let delays = ["/login", "/dashboard", "/api/*"].map { path in
            DemoSite.Behaviour.Rule(pattern: path, effects: [.delay(.milliseconds(125))])
        }
        #expect(behaviour.rules == delays)
        #expect(DemoSite.Options().behaviour.rules.isEmpty)
    }

    @Test("an element is renamed in the page and where its label points at it")
    func rename() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["/login": [.rename("username", to: "user-name")]]
            var visitor = Visitor(site)
            let page = try await visitor.send("GET", "/login").text
            #expect(page.contains(#"<input id="user-name" name="username""#))
            #expect(page.contains(#"<label for="user-name">"#))
        }
    }

    @Test("a page that nothing is done to is sent as it is, other answers always")
    func untouched() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let page = try await visitor.send("GET", "/").text
            site.behaviour = ["/health": [.cover], "/": [.delay(.zero)]]
            #expect(try await visitor.send("GET", "/").text == page)
            #expect(try await visitor.send("GET", "/health").text.hasPrefix("{"))
        }
    }
}
