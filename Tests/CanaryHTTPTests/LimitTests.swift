import CanaryHTTP
import Foundation
import TestSupport
import Testing

@Suite("The limit of a reply")
struct LimitTests {
    @Test(
        "is kept, whether the size is announced or not",
        arguments: [
            "Content-Length: 11\r\n\r\n12345678901",
            "Transfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n5\r\n78901\r\n0\r\n\r\n",
            "\r\n12345678901",
        ]
    )
    func size(_ rest: String) async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n\(rest)")
        } _: { server in
            let enough = HTTPRequest(url: server.baseURL, maximumResponseSize: 11)
            let response = try await HTTPClient().send(enough, deadline: farAway)
            #expect(String(decoding: response.body, as: UTF8.self) == "12345678901")
            let error = await failure(of: HTTPRequest(url: server.baseURL, maximumResponseSize: 10))
            #expect(error?.code == .replyTooLarge)
            #expect(error?.detail.contains("10 bytes") == true)
        }
    }

    @Test("ends an announced body before it is read")
    func announced() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nx")
            connection.waitForEnd()
        } _: { server in
            let error = await failure(of: HTTPRequest(url: server.baseURL, maximumResponseSize: 999_999))
            #expect(error?.code == .replyTooLarge)
        }
    }

    @Test("does not count the length that the reply to HEAD announces")
    func head() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        } _: { server in
            let request = HTTPRequest(method: "HEAD", url: server.baseURL, maximumResponseSize: 10)
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.headers["content-length"] == "1000000")
            #expect(response.body.isEmpty)
        }
    }

    @Test("counts what a compressed body comes to")
    func decompressed() async throws {
        try await Nginx.withServer(
            "gzip on; gzip_types text/plain; gzip_min_length 1;",
            files: ["zeros": Data(count: 100_000)]
        ) { server in
            let headers = [HTTPHeader(name: "Accept-Encoding", value: "gzip")]
            let url = "\(server.baseURL)/zeros"
            let request = HTTPRequest(url: url, headers: headers, maximumResponseSize: 100_000)
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.body == Data(count: 100_000))
            let error = await failure(
                of: HTTPRequest(url: url, headers: headers, maximumResponseSize: 99_999)
            )
            #expect(error?.code == .replyTooLarge)
        }
    }

    @Test("of the header ends a header without end")
    func header() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            connection.write(
                Data(
                    String(repeating: "X-Filler: \(String(repeating: "x", count: 1000))\r\n", count: 2000)
                        .utf8
                )
            )
            connection.waitForEnd()
        } _: { server in
            let error = await failure(of: HTTPRequest(url: server.baseURL))
            #expect(error?.code == .replyTooLarge)
            #expect(error?.detail.contains("header is over the limit of 262144 bytes") == true)
        }
    }
}
