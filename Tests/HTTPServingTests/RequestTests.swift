import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

@Suite("requests") struct RequestTests {
    @Test("the handler is given the request, decoded and as it was sent")
    func request() async throws {
        try await serving(echo) { visitor async throws in
            let response = try await visitor.send(
                "POST",
                "/a%20b/c%2Fd?x=1&y=%C3%A9+z&empty&x=2",
                headers: [HTTPHeader(name: "ORIGIN", value: "http://there")],
                body: Data(repeating: 7, count: 100_000)
            )
            #expect(response.status == 200)
            #expect(response.headers["Content-Type"] == "text/plain; charset=utf-8")
            #expect(
                String(decoding: response.body, as: UTF8.self)
                    == "POST /a b/c/d /a%20b/c%2Fd [x=1,y=é z,empty=,x=2] host=\(visitor.address) "
                    + "origin=http://there unix=false body=100000"
            )
        }
    }

    @Test("a body arrives as it was sent, in chunks too")
    func body() async throws {
        let handler: @Sendable (ServerRequest) async -> ServerResponse = {
            ServerResponse(body: .data($0.body))
        }
        try await serving(handler) { visitor async throws in
            let body = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) })
            #expect(try await visitor.send("PUT", "/", body: body).body == body)
            let raw = try RawClient(visitor.address)
            await raw.send(
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
            )
            #expect(await raw.read(until: "abcde").hasSuffix("\r\n\r\nabcde"))
        }
    }

    @Test("a connection is kept and used again, and HEAD has no body")
    func keepAlive() async throws {
        try await serving(echo) { visitor async throws in
            _ = try await visitor.get("/")
            let head = try await visitor.send("HEAD", "/a")
            #expect(head.isConnectionReused)
            #expect(head.body.isEmpty)
            #expect(head.headers["Content-Length"] != "0")
            #expect(try await visitor.get("/").isConnectionReused)
        }
    }

    @Test("requests that are sent at once on a connection are answered in their order")
    func pipelining() async throws {
        try await serving({ request in
            if request.path == "/0" { await Task.yield() }
            return .text("answer to \(request.path)|")
        }) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send((0..<20).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
            let text = await raw.read(until: "|", count: 20)
            let answers = text.matches(of: /answer to \/(\d+)\|/).map { String($0.1) }
            #expect(answers == (0..<20).map(String.init))
        }
    }

    @Test(
        "a bad request is answered with 400 and not handled",
        arguments: [
            "GET / HTTP/1.1\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET nowhere HTTP/1.1\r\nHost: h\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: h\r\nHost: other\r\n\r\n",
        ]
    )
    func badRequest(_ request: String) async throws {
        let handled = Recorder<String>()
        try await serving({
            handled.append($0.path)
            return .text("handled")
        }) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send(request)
            let head = await raw.read(until: "\r\n\r\n")
            #expect(head.hasPrefix("HTTP/1.1 400 "))
            #expect(handled.values.isEmpty)
        }
    }

    @Test(
        "what is no HTTP ends the connection",
        arguments: [
            "NONSENSE\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n",
            "GET / HTTP/7.9\r\nHost: h\r\n\r\n",
        ]
    )
    func nonsense(_ text: String) async throws {
        let handled = Recorder<String>()
        try await serving({
            handled.append($0.path)
            return .text("handled")
        }) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send(text)
            #expect(await raw.readToEnd() != nil)
            #expect(handled.values.isEmpty)
        }
    }

    @Test("a handler that works for long does not hold up other requests")
    func slowHandler() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        try await serving({ request in
            if request.path == "/slow" { for await _ in gate { break } }
            return .text(request.path)
        }) { visitor async throws in
            async let slow = visitor.get("/slow")
            // More than there are threads in the pool.
            for number in 0..<20 {
                #expect(try await visitor.get("/\(number)").body == Data("/\(number)".utf8))
            }
            opener.finish()
            #expect(try await slow.body == Data("/slow".utf8))
        }
    }

    @Test("the status and the headers are the handler's; what cannot be sent is told with 500")
    func response() async throws {
        try await serving({ request in
            let value = request.path == "/bad" ? "a\r\nInjected: b" : "a, b"
            return ServerResponse(
                status: request.path == "/status" ? 42 : 404,
                headers: [HTTPHeader(name: "X-One", value: value)],
                body: .data(Data("none".utf8))
            )
        }) { visitor async throws in
            let response = try await visitor.get("/")
            #expect(response.status == 404)
            #expect(response.headers["X-One"] == "a, b")
            #expect(response.body == Data("none".utf8))
            let bad = try await visitor.get("/bad")
            #expect(bad.status == 500)
            #expect(bad.headers["Injected"] == nil)
            #expect(try await visitor.get("/status").status == 500)
        }
    }
}
