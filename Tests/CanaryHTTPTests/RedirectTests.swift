import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("A redirect")
struct RedirectTests {
    @Test("is given back as it is unless asked for", arguments: [301, 302, 303, 307, 308])
    func notFollowed(_ status: Int) async throws {
        try await Nginx.withServer("location / { return \(status) /next; }") { server in
            let response = try await HTTPClient().send(HTTPRequest(url: server.baseURL), deadline: farAway)
            #expect(response.status == status)
            #expect(response.headers["location"]?.hasSuffix("/next") == true)
        }
    }

    @Test(
        "is followed as a browser does",
        arguments: [
            (301, "POST", "GET"), (302, "POST", "GET"), (303, "POST", "GET"), (307, "POST", "POST"),
            (308, "POST", "POST"), (301, "PUT", "PUT"), (302, "DELETE", "DELETE"), (303, "PUT", "GET"),
            (303, "DELETE", "GET"), (303, "HEAD", "HEAD"), (302, "HEAD", "HEAD"), (301, "GET", "GET"),
        ]
    )
    func method(_ status: Int, _ method: String, _ next: String) async throws {
        let body = method == "POST" || method == "PUT" ? Data("{}".utf8) : nil
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write(
                "HTTP/1.1 \(status) Over There\r\nLocation: ../next?a=b\r\nContent-Length: 0\r\n\r\n"
            )
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { server in
            let request = HTTPRequest(
                method: method,
                url: "\(server.baseURL)/here/now",
                headers: [HTTPHeader(name: "Content-Type", value: "application/json")],
                body: body,
                maximumRedirects: 1
            )
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.status == 200)
            #expect(response.effectiveURL == "\(server.baseURL)/next?a=b")
            #expect(response.timings.redirects > .zero && response.timings.redirects < response.timings.total)
            let second = try #require(server.requests.last)
            #expect(second.hasPrefix("\(next) /next?a=b HTTP/1.1\r\n"))
            #expect(second.hasSuffix("{}") == (next == method && body != nil))
            #expect(second.contains("Content-Type:") == (next == method))
        }
    }

    @Test("is followed so many times and no more")
    func limit() async throws {
        let settings = """
            location = / { return 302 /1; } location = /1 { return 302 /2; }
            location = /2 { return 302 /3; } location = /3 { return 200 x; }
            location = /loop { return 302 /loop; }
            """
        try await Nginx.withServer(settings) { server in
            let response = try await HTTPClient().send(
                HTTPRequest(url: "\(server.baseURL)/", maximumRedirects: 3),
                deadline: farAway
            )
            #expect(response.status == 200)
            #expect(response.effectiveURL == "\(server.baseURL)/3")
            for (path, limit) in [("/", 2), ("/loop", 20)] {
                let error = await failure(
                    of: HTTPRequest(url: server.baseURL + path, maximumRedirects: limit)
                )
                #expect(error?.code == .tooManyRedirects)
            }
        }
    }

    @Test("keeps credentials at home")
    func credentials() async throws {
        let headers = ["Authorization", "Cookie", "X-Other"].map { HTTPHeader(name: $0, value: "geheim") }
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { other in
            let settings =
                "location = /away { return 302 \(other.baseURL)/; } location = /near { return 302 /far; } location = /far { return 200 $http_cookie; }"
            try await Nginx.withServer(settings) { server in
                let client = HTTPClient()
                for path in ["/away", "/near"] {
                    let request = HTTPRequest(
                        url: server.baseURL + path,
                        headers: headers,
                        maximumRedirects: 1
                    )
                    let response = try await client.send(request, deadline: farAway)
                    #expect(response.status == 200)
                    #expect(response.body == Data(path == "/near" ? "geheim".utf8 : "".utf8))
                }
            }
            let foreign = try #require(other.requests.first)
            #expect(!foreign.contains("Authorization") && !foreign.contains("Cookie"))
            #expect(foreign.contains("X-Other: geheim"))
        }
    }

    @Test("to what is no web address is an error")
    func elsewhere() async throws {
        try await Nginx.withServer("location / { return 302 ftp://example.com/; }") { server in
            let error = await failure(of: HTTPRequest(url: server.baseURL, maximumRedirects: 1))
            #expect(error?.code == .badURL)
            #expect(error?.request == "GET ftp://example.com/")
        }
    }
}
