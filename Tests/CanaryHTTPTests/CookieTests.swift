import Foundation
import TestSupport
import Testing

@testable import CanaryHTTP

@Suite("Cookies of requests") struct CookieTests {
    /// Sets what the path says, and redirects from `/login`.
    private func withServer(_ body: @Sendable (RawServer) async throws -> Void) async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let path = request.split(separator: " ")[1]
                let head: String =
                    switch path {
                    case "/login":
                        "302 Found\r\nLocation: /home\r\nSet-Cookie: id=1; Path=/; HttpOnly; SameSite=Strict"
                    case "/home": "200 OK\r\nSet-Cookie: seen=yes; Max-Age=60"
                    case "/logout": "200 OK\r\nSet-Cookie: id=; Path=/; Max-Age=0"
                    case "/foreign":
                        "200 OK\r\nSet-Cookie: a=1; Domain=other.example\r\nSet-Cookie: b=1; Domain=com"
                    default: "200 OK"
                    }
                connection.write("HTTP/1.1 \(head)\r\nContent-Length: 0\r\n\r\n")
            }
        } _: { server in
            try await body(server)
        }
    }

    /// The cookies of each request that a server got.
    private func sent(to server: RawServer) -> [String?] {
        server.requests.map { request in
            let lines = request.split(separator: "\r\n").filter { $0.hasPrefix("Cookie: ") }
            #expect(lines.count < 2)
            return lines.first.map { String($0.dropFirst("Cookie: ".count)) }
        }
    }

    @Test(
        "are kept in a jar, also from a redirect on, beside those of the headers, and go when the server says so"
    )
    func jar() async throws {
        try await withServer { server in
            let (client, jar) = (HTTPClient(), HTTPCookieJar())
            for path in ["/login", "/x", "/logout", "/x"] {
                let request = HTTPRequest(
                    url: server.baseURL + path,
                    headers: path == "/logout" ? [HTTPHeader(name: "Cookie", value: "own=2")] : [],
                    maximumRedirects: 5,
                    cookieJar: jar
                )
                let response = try await client.send(request, deadline: farAway)
                if path != "/login" { continue }
                #expect(response.redirectCount == 1)
                #expect(
                    response.cookies == ["id=1; Path=/; HttpOnly; SameSite=Strict", "seen=yes; Max-Age=60"]
                )
                let kept = jar.cookies.sorted { $0.name < $1.name }
                #expect(kept.map(\.name) == ["id", "seen"])
                #expect(
                    kept.map(\.isHTTPOnly) == [true, false]
                        && kept.map { $0.expires == nil } == [true, false]
                )
                #expect(kept.allSatisfy { $0.domain == "127.0.0.1" && $0.path == "/" })
            }
            let cookies = sent(to: server).map { $0.map { $0.split(separator: "; ").sorted() } }
            #expect(
                cookies == [
                    nil, ["id=1"], ["id=1", "seen=yes"], ["id=1", "own=2", "seen=yes"], ["seen=yes"],
                ]
            )
        }
    }

    @Test("are not kept without a jar, nor taken from it by a request without one")
    func noJar() async throws {
        try await withServer { server in
            let client = HTTPClient()
            let jars = [nil, nil, HTTPCookieJar(), nil]
            for jar in jars {
                let request = HTTPRequest(url: server.baseURL + "/home", cookieJar: jar)
                _ = try await client.send(request, deadline: farAway)
            }
            #expect(sent(to: server) == [nil, nil, nil, nil])
        }
    }

    @Test("for another site, or for all sites of a top level domain, are not taken")
    func foreign() async throws {
        try await withServer { server in
            let jar = HTTPCookieJar()
            _ = try await HTTPClient().send(
                HTTPRequest(url: server.baseURL + "/foreign", cookieJar: jar),
                deadline: farAway
            )
            #expect(jar.cookies == [])
        }
    }

    @Test("are in a jar as they were put there")
    func filled() {
        let cookies = [
            HTTPCookie(name: "a", value: "1=2", domain: "a.example"),
            HTTPCookie(
                name: "b",
                value: "",
                domain: "b.example",
                includesSubdomains: true,
                path: "/x",
                isSecure: true,
                isHTTPOnly: true,
                expires: 4_000_000_000
            ),
        ]
        #expect(Set(HTTPCookieJar(cookies).cookies) == Set(cookies))
        #expect(HTTPCookieJar().cookies == [])
        let others = [
            HTTPCookie(name: "", value: "x", domain: "a.example"),
            HTTPCookie(name: "a", value: "x\ty", domain: "a.example"),
            HTTPCookie(name: "a", value: "x\nb.example\tFALSE\t/\tFALSE\t0\tb\t2", domain: "a.example"),
        ]
        #expect(HTTPCookieJar(others).cookies == [])
    }

    @Test("of a jar go with requests side by side on several clients")
    func shared() async throws {
        try await withServer { server in
            let jar = HTTPCookieJar([HTTPCookie(name: "id", value: "1", domain: "127.0.0.1")])
            let clients = [HTTPClient(), HTTPClient()]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let request = HTTPRequest(url: server.baseURL + "/home", cookieJar: jar)
                        _ = try await clients[number % 2].send(request, deadline: farAway)
                        _ = jar.cookies
                    }
                }
                try await group.waitForAll()
            }
            #expect(sent(to: server).allSatisfy { $0?.contains("id=1") == true })
        }
    }
}
