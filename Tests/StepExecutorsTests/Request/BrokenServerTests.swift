import CanaryModel
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Requests to servers that do wrong") struct BrokenServerTests {
    private let patience = "requests: { timeout: '20s' },"

    /// The failure of a request that is answered with these bytes, whereupon the connection is closed.
    private func failure(
        _ reply: Data,
        expect: String = "{ json: '$.a', equals: 1 }"
    ) async throws -> Failure? {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write(reply)
        } _: { server in
            let run = try await run(
                flow("{ request: '\(server.baseURL)/', expect: \(expect) }", more: patience)
            )
            let step = try run.step(1)
            #expect(step.duration < 20_000)
            return step.failure
        }
    }

    static let texts: [(String, FailureCode, String)] = [
        ("200 OK\r\nContent-Length: 9\r\n\r\n<html>no>", .expectation, "the body was not JSON"),
        ("200 OK\r\nContent-Length: 0\r\n\r\n", .expectation, "the body was empty"),
        ("200 OK\r\nContent-Length: 100\r\n\r\n{\"a\": 1}", .body, "92 bytes remaining"),
        ("200 OK\r\nContent-Length: 8\r\nContent-Length: 4\r\n\r\n{\"a\": 1}", .body, "4 and 8"),
        ("200 OK\r\nContent-Length: 8, 9\r\n\r\n{\"a\": 1}", .body, "8 and 9"),
        ("200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}", .body, "is no size"),
        ("200 OK\r\nContent-Length: -5\r\n\r\n{\"a\": 1}", .body, "Content-Length"),
        ("200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", .body, "chunked"),
        ("200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"a\": 1}", .body, "outstanding"),
        ("200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"a\": 1}\r\n", .body, "outstanding"),
        ("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\n{\"a\": 1}", .body, "unencoding"),
        ("200 OK\r\nContent-Encoding: frob\r\nContent-Length: 2\r\n\r\n{}", .body, "encoding"),
        ("200 OK\r\nContent-", .body, "in the middle of the reply's header"),
        ("200 OK\r\nContent-Length: 0\r\n", .body, "in the middle of the reply's header"),
        ("103 Early Hints\r\n\r\n", .navigation, "Empty reply"),
        ("200 OK\r\nno header\r\nContent-Length: 2\r\n\r\n{}", .body, "without colon"),
        ("200 OK\r\nX: a\0b\r\nContent-Length: 2\r\n\r\n{}", .body, "Nul byte"),
        ("99 Odd\r\nContent-Length: 0\r\n\r\n", .body, "response code"),
        (
            "302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", .navigation,
            "scheme is file"
        ),
        ("302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n", .navigation, "scheme"),
        ("302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n", .navigation, "IPv6"),
        ("302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", .refused, "127.0.0.1:1"),
        (
            "302 Found\r\nLocation: http://nowhere.invalid/\r\nContent-Length: 0\r\n\r\n", .dns,
            "nowhere.invalid"
        ),
    ]

    @Test("fail by what is wrong", arguments: texts)
    func wrong(reply: String, code: FailureCode, words: String) async throws {
        let failure = try #require(try await failure(Data("HTTP/1.1 \(reply)".utf8)))
        #expect(failure.code == code, "\(failure)")
        #expect("\(failure.message) \(failure.diagnoses.map(\.sentence))".contains(words), "\(failure)")
    }

    static let harmless = [
        "200 OK\r\nContent-Length: 8\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
        "200\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
        "200 OK\r\nContent-Type: text/html\r\n\r\n{\"a\": 1}",
        "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n{\"a\r\n5\r\n\": 1}\r\n0\r\nTrailer: t\r\n\r\n",
        "103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
    ]

    @Test("do not fail by what is only unusual", arguments: harmless)
    func unusual(reply: String) async throws {
        #expect(try await failure(Data("HTTP/1.1 \(reply)".utf8)) == nil)
    }

    /// A body in gzip, with what is done to it.
    private func compressed(_ base64: String) throws -> Data {
        let body = try #require(Data(base64Encoded: base64))
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        return Data(head.utf8) + body
    }

    @Test(
        "fail by compressed bodies that are damaged, or go on after their end",
        arguments: [
            ("H4sIAAAAAAACA6tWSlSyUjCsBQCXjl77CAAAAA==", "incorrect data check"),
            (
                "H4sIAAAAAAACA6tWSlSyUjCsBQCXjqH7CAAAAEpVTktKVU5L",
                "does not end where its compressed data ends"
            ),
        ]
    )
    func damaged(base64: String, words: String) async throws {
        let failure = try await failure(compressed(base64))
        #expect(failure?.code == .body && failure?.message.contains(words) == true)
        #expect(try await self.failure(compressed("H4sIAAAAAAACA6tWSlSyUjCsBQCXjqH7CAAAAA==")) == nil)
    }

    @Test("end at the limits of body and header, and at their time")
    func endless() async throws {
        let beginnings = [
            (
                "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "10000\r\n\(String(repeating: "y", count: 65536))\r\n",
                FailureCode.body
            ),
            ("200 OK\r\n", "X: \(String(repeating: "z", count: 1000))\r\n", .body),
            ("200 OK\r\nX: ", String(repeating: "z", count: 10_000), .body),
            ("100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n", .body),
        ]
        for (head, more, code) in beginnings {
            try await RawServer.withServer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 \(head)")
                for _ in 0..<20_000 { connection.write(more) }  // to nobody after the client has gone
            } _: { server in
                let run = try await run(flow("{ request: '\(server.baseURL)/' }", more: patience))
                let step = try run.step(1)
                #expect(
                    step.failure?.code == code && step.duration < 20_000,
                    "\(String(describing: step.failure))"
                )
                #expect(step.failure?.message.contains("reply too large") == true)
            }
        }
    }

    @Test("are given up where the server goes on too slowly")
    func slow() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nd")
            connection.waitForEnd()
        } _: { server in
            let run = try await run(flow("{ request: '\(server.baseURL)/', timeout: '200ms' }"))
            let failure = try run.step(1).failure
            #expect(failure?.code == .timeout)
            #expect(failure?.message.contains("while receiving the reply") == true)
        }
    }

    @Test("are sent once where they change something, also on a kept connection that ends without a reply")
    func sentOnce() async throws {
        let seen = Mutex<[String]>([])
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let method = String(request.prefix { $0 != " " })
                let path = String(request.split(separator: " ")[1])
                let isFirst = seen.withLock { seen in
                    seen.append(method)
                    return !seen.dropLast().contains(method)
                }
                if path == "/lost", isFirst { return }
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        } _: { server in
            let steps = ["GET", "POST", "PUT", "DELETE"].map { method in
                "{ request: 'HEAD \(server.baseURL)/' }, { request: '\(method) \(server.baseURL)/lost', soft: true }"
            }
            let results = try await run(flow(steps.joined(separator: ", "))).attempt().steps
            #expect(
                results.map(\.outcome).enumerated().filter { $0.offset % 2 == 1 }.map(\.element) == [
                    .passed, .failed, .failed, .failed,
                ]
            )
            #expect(results.last?.failure?.message.contains("closed the connection") == true, "\(results)")
            for method in ["POST", "PUT", "DELETE"] {
                #expect(seen.withLock { $0.count { $0 == method } } == 1, "\(method)")
            }
            #expect(seen.withLock { $0.count { $0 == "GET" } } == 2)
        }
    }

    @Test("that a redirect led to are told with it, and what is not HTTP as such")
    func redirected() async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                if request.contains("/banner") {
                    connection.write("SSH-2.0-OpenSSH_9.2\r\n")
                    return
                }
                connection.write(
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n"
                )
            }
        } _: { server in
            let steps =
                "{ request: '\(server.baseURL)/a', soft: true }, { request: '\(server.baseURL)/banner' }"
            let results = try await run(flow(steps)).attempt().steps
            #expect(results[0].failure?.code == .refused)
            #expect(results[0].failure?.help == "a redirect of \(server.baseURL)/a leads there")
            #expect(results[1].failure?.message.contains("what came is not HTTP") == true)
        }
    }
}
