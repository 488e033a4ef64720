import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("An error")
struct ErrorTests {
    @Test("says that a name has no address")
    func resolve() async {
        let error = await failure(of: HTTPRequest(url: "http://host.unknown.test/"))
        #expect(error?.code == .resolve)
        #expect(error?.detail.contains("host.unknown.test") == true)
    }

    @Test("says that nothing listens at a port")
    func refused() async throws {
        let port = try ListeningSocket().port
        let error = await failure(of: HTTPRequest(url: "http://127.0.0.1:\(port)/"))
        #expect(error?.code == .refused)
    }

    @Test(
        "names a reply that is not HTTP, or breaks its own framing",
        arguments: [
            "SSH-2.0-OpenSSH_9.2\r\n",
            "HTTP/1.1 twohundred OK\r\n\r\n",
            "HTTP/9 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon in here\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n",
        ]
    )
    func malformed(_ reply: String) async throws {
        let error = try await failureAfter(reply: reply)
        #expect(error?.code == .malformedReply, "\(String(describing: error))")
    }

    @Test("names a body that is not in the coding it says")
    func badCoding() async throws {
        let reply = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain"
        let headers = [HTTPHeader(name: "Accept-Encoding", value: "gzip")]
        let error = try await failureAfter(reply: reply, headers: headers)
        #expect(error?.code == .malformedReply, "\(String(describing: error))")
    }

    @Test(
        "says that the connection ended in the middle",
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\npart",
        ]
    )
    func cutOff(_ reply: String) async throws {
        let error = try await failureAfter(reply: reply)
        #expect(error?.code == .connectionLost, "\(String(describing: error))")
    }

    @Test("says that the connection was reset")
    func reset() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart")
            connection.reset()
        } _: { server in
            let error = await failure(of: HTTPRequest(url: server.baseURL))
            #expect(error?.code == .connectionLost)
        }
    }

    @Test("says that the server closed without a reply")
    func empty() async throws {
        let error = try await failureAfter(reply: "")
        #expect(error?.code == .emptyReply)
    }

    @Test(
        "names a URL that cannot be requested",
        arguments: [
            "", "/path", "ftp://example.com/", "http://", "http://a b/", "http://host:99999/",
            "file:///etc/hosts",
        ]
    )
    func badURL(_ url: String) async {
        let error = await failure(of: HTTPRequest(url: url))
        #expect(error?.code == .badURL)
    }

    @Test(
        "names what cannot be sent",
        arguments: [
            HTTPRequest(method: "", url: "http://127.0.0.1/"),
            HTTPRequest(method: "GET / HTTP/1.1\r\nX:", url: "http://127.0.0.1/"),
            HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader(name: "A B", value: "")]),
            HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader(name: "A", value: "1\r\nB: 2")]),
            HTTPRequest(
                url: "http://127.0.0.1/",
                headers: [HTTPHeader(name: "Transfer-Encoding", value: "chunked")]
            ),
            HTTPRequest(url: "http://127.0.0.1/", headers: [HTTPHeader(name: "content-length", value: "3")]),
        ]
    )
    func badRequest(_ request: HTTPRequest) async {
        let error = await failure(of: request)
        #expect(error?.code == .badRequest)
    }

    @Test("shows the request without its credentials, and what went wrong")
    func description() async throws {
        let port = try ListeningSocket().port
        let request = HTTPRequest(method: "POST", url: "http://user:geheim@127.0.0.1:\(port)/a@b?c=d")
        let error = try #require(await failure(of: request))
        #expect(error.request == "POST http://127.0.0.1:\(port)/a@b?c=d")
        #expect(error.description.hasPrefix("POST http://127.0.0.1:\(port)/a@b?c=d: connection refused: "))
        #expect(!error.description.contains("geheim"))
    }

    /// What comes of a server that answers a request with a text and closes.
    private func failureAfter(reply: String, headers: [HTTPHeader] = []) async throws -> HTTPError? {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write(reply)
        } _: { server in
            await failure(of: HTTPRequest(url: server.baseURL, headers: headers))
        }
    }
}
