import CanaryModel
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Options of requests in flows") struct RequestOptionRunTests {
    private let patience = "requests: { timeout: '20s' },"

    /// Answers each request with its own text, in JSON.
    private func withEcho<T: Sendable>(_ body: @Sendable (RawServer) async throws -> T) async throws -> T {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let text = "{\"request\":\(JSONValue.string(request).written)}"
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
            }
        } _: { server in
            try await body(server)
        }
    }

    @Test("have a time that is that of one try where they are sent again")
    func timeOfOneTry() async throws {
        let count = Mutex(0)
        try await RawServer.withServer { connection in
            connection.readRequest()
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number < 3 { return connection.waitForEnd() }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { server in
            let retry = "retry: { every: '1ms', for: '60s', onConnectionError: true }"
            let run = try await run(flow("{ request: '\(server.baseURL)/', timeout: '200ms', \(retry) }"))
            let step = try run.step(1)
            #expect(step.outcome == .passed && step.attempts == 3, "\(step)")
            #expect(step.notes.prefix(2).allSatisfy { $0.contains("timeout while waiting for the reply") })
        }
    }

    @Test("are noted where they begin a trace, another for each request")
    func trace() async throws {
        try await withEcho { server in
            let run = try await run(
                flow(
                    "{ request: '\(server.baseURL)/' }, { request: '\(server.baseURL)/' }",
                    more: "requests: { traceparent: true, timeout: '20s' },"
                )
            )
            let notes = try [1, 2].map { try run.step($0).notes.first { $0.hasPrefix("traceparent 00-") } }
            #expect(notes[0] != nil && notes[0] != notes[1])
            for (note, request) in zip(notes, server.requests) {
                #expect(request.contains(note?.replacing("traceparent ", with: "traceparent: ") ?? "none"))
            }
        }
    }

    @Test("send files that lie beside the flow")
    func files() async throws {
        try await withEcho { server in
            let steps =
                "{ request: 'PUT \(server.baseURL)/', file: 'a.canary.json5', expect: { json: '$.request', contains: 'in the file' } }"
            let run = try await run([
                "a.canary.json5": "{ name: 'a', title: 'in the file', steps: [ \(steps) ] }"
            ])
            #expect(try run.attempt().failure == nil)
        }
    }

    @Test(
        "send no files from elsewhere, whatever a response names",
        arguments: [
            "file: '${NAME:-x}/../../../../../../../etc/hostname'",
            "multipart: { a: { file: '${NAME}/../../../../../../../etc/hostname' } }",
            "caCertificate: '/etc/${NAME}'",
        ]
    )
    func foreignFiles(parameter: String) async throws {
        try await withEcho { server in
            let url = server.baseURL
            let save = "save: { NAME: { json: '$.request', regex: 'GET' } }"
            let run = try await run(
                flow(
                    "{ request: '\(url)/', \(save) }, { request: 'PUT \(url)/', \(parameter) }",
                    more: patience
                )
            )
            let failure = try run.step(2).failure
            #expect(failure?.code == .flow)
            #expect(
                failure?.message.contains("lies outside of the flow's folder") == true,
                "\(String(describing: failure))"
            )
            #expect(!server.requests.contains { $0.hasPrefix("PUT") })
        }
    }

    @Test("name a proxy that is not the site's fault")
    func proxy() async throws {
        let run = try await run(flow("{ request: 'http://site.example/', proxy: 'http://127.0.0.1:1' }"))
        #expect(try run.step(1).failure?.code == .network)
    }

    @Test("follow as many redirects as they say, with a cookie that one of them sets")
    func redirects() async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let number = Int(request.split(separator: " ")[1].dropFirst()) ?? 0
                let head =
                    number == 0
                    ? "200 OK" : "302 Found\r\nLocation: /\(number - 1)\r\nSet-Cookie: n\(number)=\(number)"
                connection.write("HTTP/1.1 \(head)\r\nContent-Length: 0\r\n\r\n")
            }
        } _: { server in
            let url = server.baseURL
            let steps = """
                { request: "\(url)/3", followRedirects: 3, expect: [ { redirects: 3 }, { cookie: "n2", equals: "2" } ] },
                { request: "\(url)/3", followRedirects: 2, soft: true },
                { request: "\(url)/3", followRedirects: 0, expect: [ { status: 302 }, { redirects: 0 } ] },
                """
            let run = try await run(flow(steps, more: patience))
            let failures = try run.attempt().steps.map(\.failure)
            try #require(failures.map(\.?.code) == [nil, .navigation, nil], "\(failures)")
            #expect(try run.step(2).failure?.message.contains("too many redirects") == true)
            #expect(server.requests[3].contains("n1=1") && server.requests[3].contains("n3=3"))
        }
    }
}
