import CanaryHTTP
import DemoSite
import Foundation
import Testing

@Suite("Server")
struct ServerTests {
    @Test("a connection serves several requests, one after the other")
    func keepAlive() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let first = try await visitor.send("GET", "/")
            let second = try await visitor.send("GET", "/health")
            #expect(!first.isConnectionReused)
            #expect(second.isConnectionReused)
            #expect(second.text == #"{"status":"ok","version":"1.0.0"}"#)
        }
    }

    @Test("requests sent in one go are answered in their order")
    func pipelining() async throws {
        try await DemoSite.withSite { site in
            let one = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"
            let two = "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            let answer = await RawConnection.exchange(one + two, port: site.port)
            let statuses = answer.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.1) }
            #expect(statuses == ["200", "404"])
        }
    }

    @Test(
        "HEAD is answered with the headers of GET and no body",
        arguments: ["/", "/assets/site.css", "/nowhere"]
    )
    func head(_ path: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let get = try await visitor.send("GET", path)
            let head = try await visitor.send("HEAD", path)
            #expect(head.status == get.status)
            #expect(head.body.isEmpty)
            #expect(head.headers["Content-Length"] == "\(get.body.count)")
            #expect(head.headers["Content-Type"] == get.headers["Content-Type"])
        }
    }

    @Test("HTTP/1.0 gets its answer and the end of the connection")
    func version10() async throws {
        try await DemoSite.withSite { site in
            let answer = await RawConnection.exchange("GET /health HTTP/1.0\r\n\r\n", port: site.port)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("Connection: close\r\n"))
        }
    }

    @Test(
        "what breaks the rules of HTTP is refused, and the connection ends",
        arguments: [
            ("GET\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
            ("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nName : value\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\n folded: value\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nshort", 400),
            ("GET / HTTP/1.1\r\nHost: a", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nLong: " + String(repeating: "x", count: 70_000), 431),
        ]
    )
    func malformed(_ request: String, _ status: Int) async throws {
        try await DemoSite.withSite { site in
            let answer = await RawConnection.exchange(request, port: site.port)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(200))")
            #expect(answer.contains("Connection: close\r\n"))
            #expect(site.requests.isEmpty)
        }
    }

    @Test("lines may end without a carriage return")
    func bareLineFeeds() async throws {
        try await DemoSite.withSite { site in
            let answer = await RawConnection.exchange("GET /health HTTP/1.1\nHost: a\n\n", port: site.port)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
    }

    @Test("a method that a path does not have is refused, with those it has")
    func method() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let response = try await visitor.send("POST", "/dashboard", body: Data())
            #expect(response.status == 405)
            #expect(response.headers["Allow"] == "GET, HEAD")
        }
    }

    @Test("a body of 8 MB arrives whole; one over the limit is refused while it is sent")
    func bigBodies() async throws {
        let body = Data(repeating: 0xA5, count: 8 << 20)
        try await DemoSite.withSite(.init(maximumBodySize: 8 << 20)) { site in
            var visitor = Visitor(site)
            let taken = try await visitor.send("POST", "/cases/no-content", body: body)
            #expect(taken.status == 204)
            #expect(site.requests.last.map { Data($0.body) } == body)
            let refused = try await visitor.send("POST", "/cases/no-content", body: body + [0])
            #expect(refused.status == 413)
        }
    }

    @Test("many requests are answered side by side")
    func parallel() async throws {
        try await DemoSite.withSite { site in
            site.behaviour = ["/health": [.delay(.milliseconds(500))]]
            let client = HTTPClient()
            let url = site.baseURL + "/health"
            let start = ContinuousClock.now
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        try await client.send(HTTPRequest(url: url), deadline: .now + .seconds(40)).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 100))
            // One after the other they would take 50 s.
            #expect(.now - start < .seconds(25))
        }
    }

    @Test("the site stops at once, whatever it holds back, and gives its port up")
    func stop() async throws {
        let started = ContinuousClock.now
        let (port, held) = try await DemoSite.withSite { site in
            site.behaviour = ["/": [.neverAnswer], "/health": [.delay(.seconds(600))]]
            let requests = ["/", "/health"].map { path in
                Task {
                    let request = "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
                    return await RawConnection.exchange(request, port: site.port)
                }
            }
            while site.requests.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
            return (site.port, requests)
        }
        #expect(.now - started < .seconds(60))
        for request in held { #expect(await request.value.isEmpty) }
        #expect(await RawConnection.exchange("", port: port) == "no connection")
    }

    @Test("what the closure throws comes out, after the site has stopped")
    func bodyThrows() async throws {
        struct Mistake: Error {}
        await #expect(throws: Mistake.self) {
            try await DemoSite.withSite { _ in throw Mistake() }
        }
    }

    @Test("a port that is taken is told, with what to do")
    func portTaken() async throws {
        try await DemoSite.withSite { site in
            let error = await #expect(throws: SiteError.self) {
                try await DemoSite.withSite(.init(port: site.port)) { _ in }
            }
            #expect(
                error?.description
                    == "the demo site cannot listen on 127.0.0.1:\(site.port): bind: "
                    + "Address already in use; choose another port, or 0 for a free one"
            )
        }
    }

    @Test("a site that is served stops when its task is cancelled")
    func serve() async throws {
        let (ready, readied) = AsyncStream.makeStream(of: DemoSite.self)
        let serving = Task { try await DemoSite.serve { readied.yield($0) } }
        var sites = ready.makeAsyncIterator()
        let site = try #require(await sites.next())
        var visitor = Visitor(site)
        #expect(try await visitor.send("GET", "/").status == 200)
        #expect(site.requests.isEmpty)
        serving.cancel()
        await #expect(throws: CancellationError.self) { try await serving.value }
        #expect(await RawConnection.exchange("", port: site.port) == "no connection")
    }

    @Test("requests are kept as they arrived")
    func recording() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let header = HTTPHeader(name: "X-Check", value: "a; b")
            _ = try await visitor.post("/api/echo?a=1&b=two+words%21", ["name": "Ä&="], headers: [header])
            let request = try #require(site.requests.first)
            #expect(request.method == "POST")
            #expect(request.path == "/api/echo")
            #expect(request.query["b"] == "two words!")
            #expect(request.header("x-check") == "a; b")
            #expect(request.form["name"] == "Ä&=")
            site.forgetRequests()
            #expect(site.requests.isEmpty)
        }
    }
}
