import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("A proxy")
struct ProxyTests {
    @Test("that a request names is used")
    func named() async throws {
        try await RawServer.withServer(serve: answer) { proxy in
            let request = HTTPRequest(url: "http://site.example/path", proxy: .server(proxy.baseURL))
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.status == 200)
            #expect(proxy.requests.first?.hasPrefix("GET http://site.example/path HTTP/1.1\r\n") == true)
        }
    }

    @Test(
        "is never used for this machine",
        arguments: [
            "127.0.0.1", "127.8.9.10", "127.1", "0x7f000001", "2130706433", "localhost", "LOCALHOST",
            "app.localhost",
        ]
    )
    func loopback(_ host: String) async throws {
        try await RawServer.withServer(serve: answer) { proxy in
            try await RawServer.withServer(serve: answer) { server in
                // The server listens on 127.0.0.1 alone, which 127.8.9.10 is not: refused is direct, too.
                let url = "http://\(host):\(server.port)/path"
                let request = HTTPRequest(url: url, proxy: .server(proxy.baseURL))
                do throws(HTTPError) {
                    _ = try await HTTPClient().send(request, deadline: farAway)
                } catch {
                    #expect(host == "127.8.9.10" && error.code == .refused, "\(error)")
                }
                #expect(proxy.connectionCount == 0)
            }
        }
    }

    @Test(
        "is used for names that only look like this machine's",
        arguments: ["127.0.0.1.example", "localhost.example"]
    )
    func notLoopback(_ host: String) async throws {
        try await RawServer.withServer(serve: answer) { proxy in
            let request = HTTPRequest(url: "http://\(host)/", proxy: .server(proxy.baseURL))
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.status == 200)
            #expect(proxy.requests.count == 1)
        }
    }

    @Test("of the environment is used for other hosts, not for this machine, and not where it is refused")
    func environment() async {
        // The environment belongs to the whole process, so this runs in one of its own.
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await RawServer.withServer(serve: answer) { proxy in
                setenv("http_proxy", proxy.baseURL, 1)
                setenv("all_proxy", proxy.baseURL, 1)
                setenv("no_proxy", "direct.unknown.test", 1)
                let client = HTTPClient()
                let proxied = try await client.send(
                    HTTPRequest(url: "http://site.example/"),
                    deadline: farAway
                )
                try #require(proxied.status == 200)
                try #require(proxy.requests.count == 1)
                let response = try await RawServer.withServer(serve: answer) { server in
                    try await client.send(HTTPRequest(url: server.baseURL), deadline: farAway)
                }
                try #require(response.status == 200)
                for request in [
                    HTTPRequest(url: "http://host.unknown.test/", proxy: .direct),
                    HTTPRequest(url: "http://direct.unknown.test/"),
                ] {
                    try #require(await failure(of: request, client: client)?.code == .resolve)
                }
                try #require(proxy.requests.count == 1)
            }
        }
        printOutput(of: result)
    }
}

/// Answers one request with an empty reply.
private let answer: @Sendable (RawConnection) -> Void = { connection in
    guard connection.readRequest() != nil else { return }
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
}
