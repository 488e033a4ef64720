import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("A request")
struct RequestTests {
    @Test("is sent as it is, with nothing invented")
    func bare() async throws {
        let sent = try await sent { HTTPRequest(url: "\($0)/path?q=1#fragment") }
        #expect(sent.first == "GET /path?q=1 HTTP/1.1")
        #expect(names(sent) == ["host", "accept"])
    }

    @Test(
        "has its body's length, no Content-Type and no Expect of curl's own",
        arguments: ["POST", "PUT", "PATCH"]
    )
    func body(_ method: String) async throws {
        let body = Data(count: 2 << 20)
        let sent = try await sent { HTTPRequest(method: method, url: $0, body: body) }
        #expect(sent.first == "\(method) / HTTP/1.1")
        #expect(names(sent) == ["host", "accept", "content-length"])
        #expect(sent.contains("Content-Length: \(body.count)"))
    }

    @Test("with a method that has a body says so when it is empty", arguments: ["POST", "PUT", "PATCH"])
    func emptyBody(_ method: String) async throws {
        for body in [nil, Data()] {
            let sent = try await sent { HTTPRequest(method: method, url: $0, body: body) }
            #expect(sent.contains("Content-Length: 0"))
        }
    }

    @Test(
        "with a method that has no body does not mention one",
        arguments: ["GET", "HEAD", "DELETE", "OPTIONS"]
    )
    func noBody(_ method: String) async throws {
        let sent = try await sent { HTTPRequest(method: method, url: $0) }
        #expect(sent.first == "\(method) / HTTP/1.1")
        #expect(!names(sent).contains("content-length"))
    }

    @Test("can have a body with any method")
    func bodyOfGet() async throws {
        let sent = try await sent { HTTPRequest(method: "GET", url: $0, body: Data("{}".utf8)) }
        #expect(sent.first == "GET / HTTP/1.1")
        #expect(sent.contains("Content-Length: 2"))
        #expect(sent.last == "{}")
    }

    @Test("sends its headers in order, empty and repeated ones too, and in place of curl's own")
    func headers() async throws {
        let headers = [
            HTTPHeader(name: "Accept", value: "application/json"), HTTPHeader(name: "X-Empty", value: ""),
            HTTPHeader(name: "X-Twice", value: "1"), HTTPHeader(name: "X-Twice", value: "2"),
            HTTPHeader(name: "Content-Type", value: "application/json; charset=utf-8"),
        ]
        let sent = try await sent {
            HTTPRequest(method: "POST", url: $0, headers: headers, body: Data("{}".utf8))
        }
        #expect(
            names(sent) == [
                "host", "accept", "x-empty", "x-twice", "x-twice", "content-type", "content-length",
            ]
        )
        #expect(sent.contains("Content-Type: application/json; charset=utf-8"))
        #expect(sent.contains("X-Empty:"))
    }

    @Test("asks for compression where told to, and only then is the body decompressed")
    func compression() async throws {
        let settings = "gzip on; gzip_types text/plain; gzip_min_length 1;"
        let text = Data(String(repeating: "text ", count: 1000).utf8)
        try await Nginx.withServer(settings, files: ["text": text]) { server in
            let url = "\(server.baseURL)/text"
            let asking = HTTPRequest(url: url, headers: [HTTPHeader(name: "Accept-Encoding", value: "gzip")])
            let asked = try await HTTPClient().send(asking, deadline: farAway)
            #expect(asked.headers["content-encoding"] == "gzip")
            #expect(asked.body == text)
            let plain = try await HTTPClient().send(HTTPRequest(url: url), deadline: farAway)
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.body == text)
        }
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
        } _: { server in
            let response = try await HTTPClient().send(HTTPRequest(url: server.baseURL), deadline: farAway)
            #expect(response.body == Data("abc".utf8))
        }
    }

    @Test("carries its credentials, whether given beside the URL or in it")
    func credentials() async throws {
        let settings = #"auth_basic "x"; auth_basic_user_file users;"#
        let users = Data("ada:{PLAIN}p@ss/word\n".utf8)
        try await Nginx.withServer(settings, files: ["text": Data(), "users": users]) { server in
            var request = HTTPRequest(url: "\(server.baseURL)/text")
            let client = HTTPClient()
            let refused = try await client.send(request, deadline: farAway)
            #expect(refused.status == 401)
            request.credentials = HTTPCredentials(user: "ada", password: "p@ss/word")
            let accepted = try await client.send(request, deadline: farAway)
            #expect(accepted.status == 200)
            let url = "http://ada:p%40ss%2Fword@127.0.0.1:\(server.port)/text"
            let inURL = try await client.send(HTTPRequest(url: url), deadline: farAway)
            #expect(inURL.status == 200)
            #expect(inURL.effectiveURL == request.url)
        }
    }

    @Test("accepts a certificate that does not verify only where told to")
    func certificate() async throws {
        try await Nginx.withServer("location / { return 204; }") { server in
            let error = await failure(of: HTTPRequest(url: server.secureURL))
            #expect(error?.code == .tls)
            #expect(error?.detail.contains("certificate") == true)
            let request = HTTPRequest(url: server.secureURL, acceptsInvalidCertificates: true)
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.status == 204)
        }
    }

    @Test("with TLS to what speaks none fails as TLS")
    func noTLS() async throws {
        try await RawServer.withServer { connection in
            connection.write("220 mail.example.com ESMTP\r\n")
            connection.waitForEnd()
        } _: { server in
            let error = await failure(of: HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
            #expect(error?.code == .tls)
        }
    }

    /// The lines of a request as the server got them.
    private func sent(_ request: (String) -> HTTPRequest) async throws -> [String] {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { server in
            _ = try await HTTPClient().send(request(server.baseURL), deadline: farAway)
            return server.requests.flatMap { $0.components(separatedBy: "\r\n") }
        }
    }

    /// The names of the headers in a request's lines.
    private func names(_ lines: [String]) -> [String] {
        lines.dropFirst().prefix { !$0.isEmpty }.map { $0.prefix { $0 != ":" }.lowercased() }
    }
}
