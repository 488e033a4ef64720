import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("A client")
struct HTTPClientTests {
    @Test("gets the status of a real driver, whose headers have no space after the colon")
    func driver() async throws {
        try await BareDriver.withDriver { driver in
            let client = HTTPClient()
            for count in 0..<3 {
                let request = HTTPRequest(url: "\(driver.baseURL)/status")
                let response = try await client.send(request, deadline: farAway)
                #expect(response.status == 200)
                #expect(response.reason == "OK")
                #expect(response.headers["content-length"] == "\(response.body.count)")
                #expect(String(decoding: response.body, as: UTF8.self).contains(#""ready":true"#))
                #expect(response.isConnectionReused == (count > 0))
                #expect(response.effectiveURL == request.url)
            }
        }
    }

    @Test("answers 100 requests at once, and keeps their connections for the next ones")
    func parallel() async throws {
        try await Nginx.withServer("location / { return 200 $request_uri; }") { server in
            let client = HTTPClient()
            let bodies = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<100 {
                    let request = HTTPRequest(url: "\(server.baseURL)/\(number)")
                    group.addTask {
                        let response = try await client.send(request, deadline: farAway)
                        return String(decoding: response.body, as: UTF8.self)
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(bodies == Set((0..<100).map { "/\($0)" }))
            let response = try await client.send(HTTPRequest(url: server.baseURL), deadline: farAway)
            #expect(response.isConnectionReused)
        }
    }

    @Test("keeps connections to itself")
    func several() async throws {
        try await Nginx.withServer("location / { return 204; }") { server in
            for _ in 0..<2 {
                let response = try await HTTPClient().send(
                    HTTPRequest(url: server.baseURL),
                    deadline: farAway
                )
                #expect(response.status == 204)
                #expect(!response.isConnectionReused)
            }
        }
    }

    @Test("opens a new connection where the server closed the kept one, and tells no one")
    func closedWhileIdle() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { server in
            let client = HTTPClient()
            for count in 1...5 {
                let request = HTTPRequest(method: "POST", url: server.baseURL, body: Data("{}".utf8))
                let response = try await client.send(request, deadline: farAway)
                #expect(response.status == 200)
                #expect(server.requests.count == count)
            }
        }
    }

    @Test("opens a new connection where the server says it closes")
    func closeAnnounced() async throws {
        try await Nginx.withServer("keepalive_timeout 0; location / { return 204; }") { server in
            let client = HTTPClient()
            for _ in 0..<3 {
                let response = try await client.send(HTTPRequest(url: server.baseURL), deadline: farAway)
                #expect(!response.isConnectionReused)
            }
        }
    }

    @Test("does not send twice what is not to be done twice, where the server had it and gave no reply")
    func noReplyOnKeptConnection() async throws {
        let gate = DispatchSemaphore(value: 0)
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            connection.readRequest()
            _ = gate.wait(timeout: .now() + 1.1)
        } _: { server in
            let client = HTTPClient()
            let request = HTTPRequest(method: "POST", url: server.baseURL, body: Data("{}".utf8))
            _ = try await client.send(request, deadline: farAway)
            let error = await failure(of: request, client: client)
            #expect(error?.code == .emptyReply, "\(String(describing: error))")
            #expect(server.requests.count == 2)
        }
    }

    @Test("gives repeated headers one by one, in order, by any case of their name")
    func headers() async throws {
        let reply = """
            HTTP/1.1 200\r
            Set-Cookie: a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT\r
            X-Empty:\r
            set-cookie:b=2\r
            X-Folded: one\r
              two\r
            Content-Length:0\r
            \r\n
            """
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write(reply)
        } _: { server in
            let response = try await HTTPClient().send(HTTPRequest(url: server.baseURL), deadline: farAway)
            #expect(response.status == 200)
            #expect(response.reason.isEmpty)
            #expect(
                response.headers.values("SET-COOKIE") == [
                    "a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2",
                ]
            )
            #expect(response.headers["set-cookie"]?.hasPrefix("a=1") == true)
            #expect(response.headers["x-empty"] == "")
            #expect(response.headers["x-folded"] == "one two")
            #expect(response.headers["x-absent"] == nil)
        }
    }

    @Test("takes the headers of the final reply, not those of one before")
    func interim() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
            connection.write("HTTP/1.1 404 Not Here At All\r\nContent-Length: 2\r\n\r\nno")
        } _: { server in
            let response = try await HTTPClient().send(HTTPRequest(url: server.baseURL), deadline: farAway)
            #expect(response.status == 404)
            #expect(response.reason == "Not Here At All")
            #expect(response.headers["link"] == nil)
            #expect(response.body == Data("no".utf8))
        }
    }

    @Test("receives a large body whole")
    func large() async throws {
        let content =
            Data("A line whose length divides no buffer's.\n".utf8) + Data(count: 8 << 20) + Data("end".utf8)
        try await Nginx.withServer("", files: ["large": content]) { server in
            let request = HTTPRequest(url: "\(server.baseURL)/large")
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.body == content)
        }
    }

    @Test("tells how long each phase took")
    func timings() async throws {
        try await Nginx.withServer("location / { return 200 x; }") { server in
            let client = HTTPClient()
            let request = HTTPRequest(url: server.secureURL, acceptsInvalidCertificates: true)
            let first = try await client.send(request, deadline: farAway).timings
            #expect(first.nameLookup > .zero)
            #expect(first.nameLookup <= first.connect)
            #expect(first.connect < first.tls)
            #expect(first.tls <= first.request)
            #expect(first.request <= first.firstByte)
            #expect(first.firstByte <= first.total)
            #expect(first.redirects == .zero)
            let second = try await client.send(request, deadline: farAway)
            #expect(second.isConnectionReused)
            #expect(second.timings.tls == .zero)
        }
    }
}
