import CanaryModel
import StepExecutors
import TestSupport
import Testing

@Suite("Flows of requests") struct RequestRunTests {
    /// Answers with what was sent: method, path and body, as JSON.
    private func withEcho<T: Sendable>(
        _ body: @Sendable (_ baseURL: String) async throws -> T
    ) async throws -> T {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let parts = request.split(separator: " ", maxSplits: 2).map(String.init)
                let status = parts[1].hasPrefix("/missing") ? "404 Not Found" : "200 OK"
                let text = "{\"method\":\"\(parts[0])\",\"path\":\"\(parts[1])\",\"order\":{\"id\":7}}"
                connection.write(
                    "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n"
                        + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
                )
            }
        } _: { server in
            try await body(server.baseURL)
        }
    }

    @Test("need no browser, save values for later steps and cleanup, and say which request failed")
    func workflow() async throws {
        try await withEcho { base in
            let steps = """
                { request: "POST \(base)/orders", expect: { json: "$.method", equals: "POST" },
                  save: { ID: { json: "$.order.id" } } },
                { request: "GET \(base)/orders/${ID}", query: { a: "b" }, expect: [
                  { json: "$.path", equals: "/orders/7?a=b" }, { header: "content-type", contains: "json" } ] },
                { request: "\(base)/missing", soft: true },
                { request: "\(base)/x", expect: { json: "$.id", equals: 7 } },
                """
            let run = try await run(
                flow(
                    steps,
                    cleanup:
                        "{ request: 'DELETE \(base)/orders/${ID}', expect: { json: '$.path', endsWith: '/7' } }"
                ),
                browser: { $0.driver = "/nonexistent/driver" }
            )
            let attempt = try run.attempt()
            #expect(attempt.steps.map(\.outcome) == [.passed, .passed, .failed, .failed])
            #expect(attempt.cleanup.map(\.outcome) == [.passed])
            #expect(attempt.steps[2].failure?.code == .status)
            #expect(attempt.steps[3].failure?.diagnoses.first?.suggestions == ["$.order.id"])
            #expect(attempt.steps[0].notes.first?.hasPrefix("200 OK after ") == true)
        }
    }

    @Test("that cannot be sent fail by their reason")
    func unsent() async throws {
        let run = try await run(
            flow(
                "{ request: 'http://127.0.0.1:1/', soft: true }, { request: 'http://nowhere.invalid/', soft: true }"
            )
        )
        #expect(try run.attempt().steps.map(\.failure?.code) == [.refused, .dns])
    }
}
