import CanaryModel
import Foundation
import StepExecutors
import Synchronization
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

    /// Answers with the JSON that was sent.
    private func withMirror<T: Sendable>(
        _ body: @Sendable (_ baseURL: String) async throws -> T
    ) async throws -> T {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let text = request.components(separatedBy: "\r\n\r\n").last ?? ""
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
            }
        } _: { server in
            try await body(server.baseURL)
        }
    }

    @Test("save JSON values with their type: alone a value is what it was, in a text it is its text")
    func types() async throws {
        try await withMirror { base in
            let steps = """
                { request: "POST \(base)/", json: { id: 70, price: 29.90, big: 9007199254740993, list: [1, 2], text: "7" },
                  save: { ID: { json: "$.id" }, PRICE: { json: "$.price" }, BIG: { json: "$.big" },
                          LIST: { json: "$.list" }, TEXT: { json: "$.text" }, NONE: { json: "$.none", default: 5 } } },
                { request: "POST \(base)/${ID}", headers: { "X-Id": "${ID}" },
                  json: { id: "${ID}", price: "${PRICE}", big: "${BIG}", list: "${LIST}", text: "${TEXT}", name: "order-${ID}",
                          none: "${NONE}" },
                  expect: [ { body: '{"id":70,"price":29.90,"big":9007199254740993,"list":[1,2],"text":"7","name":"order-70","none":5}' },
                    { json: "$.id", equals: "${ID}" }, { json: "$.id", equals: 70 }, { json: "$.text", equals: "${TEXT}" },
                    { json: "$.id", not: true, equals: "${TEXT}" }, { json: "$.list", contains: 2 },
                    { json: "$.name", contains: "${ID}" }, { json: "$.price", atLeast: "${PRICE}" },
                    { json: "$.price", lessThan: "${ID}" }, { json: "$.list", count: "${NONE}", not: true } ] },
                { request: "POST \(base)/", json: 1, soft: true, expect: { json: "$", atMost: "${LIST}" } }
                """
            let attempt = try await run(flow(steps)).attempt()
            #expect(attempt.steps.map(\.failure?.diagnoses.first) == [nil, nil, nil])
            #expect(attempt.steps.map(\.outcome) == [.passed, .passed, .error])
            let words = "[1,2], which it is to be compared with, is not a number"
            #expect(attempt.steps[2].failure?.message == words)
        }
    }

    @Test("keep what was sent and answered, secrets masked before bodies are cut, in the result and in a HAR")
    func exchanges() async throws {
        try await withMirror { base in
            let steps = """
                { request: "POST \(base)/a", auth: { bearer: "${TOKEN}" }, headers: { "X-Api-Key": "k", "X-A": "1" },
                  json: { id: 5, secret: "${TOKEN}" } },
                { request: "POST \(base)/b", text: "not yet", retry: { every: "1ms", for: "60ms" }, soft: true,
                  expect: { body: { contains: "done" } } },
                { request: "http://me:pass-word@127.0.0.1:1/c" },
                """
            let result = try await run(flow(steps, more: "secrets: ['TOKEN'],"))
            let results = try result.attempt().steps
            let first = try #require(results[0].exchanges?.first)
            let names = [
                "X-Api-Key", "X-A", "Authorization", "User-Agent", "Content-Type", "Accept-Encoding",
            ]
            #expect(first.request.headers.map(\.name) == names)
            #expect(first.request.headers.prefix(3).map(\.value) == ["***", "1", "***"])
            #expect(first.request.postData?.text == #"{"id":5,"secret":"***"}"#)
            #expect(results[1].exchanges?.first?.command == nil, "it follows from the request")
            let command = try #require(first.command)
            #expect(command.contains(#"-H 'Authorization: Bearer '"$TOKEN""#), "\(command)")
            #expect(command.contains(#"-H 'X-Api-Key: '"$X_API_KEY" -H 'X-A: 1'"#), "\(command)")
            #expect(first.response.content.text == #"{"id":5,"secret":"***"}"#)
            #expect(first.response.status == 200 && first.response.httpVersion == "HTTP/1.1")
            #expect(try #require(results[1].exchanges).count > 1)
            #expect(try #require(results[1].exchanges).count == min(20, results[1].attempts))
            #expect(results[2].exchanges?.first?.response.status == 0)
            #expect(results[2].exchanges?.first?.request.url == "http://127.0.0.1:1/c")
            #expect(results[2].exchanges?.first?.error?.contains("connection refused") == true)
            let events = try result.text("events.ndjson").split(separator: "\n").filter {
                $0.contains(#""exchanges""#)
            }
            #expect(events.count == 3 && events.allSatisfy { $0.contains(#""stepEnded""#) })
            let path = try #require(try result.attempt().evidence.network)
            let entries = try HTTPArchive(json: try #require(result.files[path])).log.entries
            #expect(entries.map(\.request.url) == (try result.attempt().exchanges.map(\.request.url)))
            #expect(Set(entries.compactMap(\.step)) == ["1", "2", "3"])
        }
    }

    @Test("keep the line that they log, what held, and what they saved, secrets masked")
    func logs() async throws {
        try await withMirror { base in
            let steps = """
                { request: "POST \(base)/", json: { id: 5, key: "${TOKEN}" }, log: "created ${ID} by ${TOKEN}", level: "warning",
                  expect: [ { status: 200 }, { json: "$.id", equals: 5, as: "The ID" }, { json: "$.key", equals: "${TOKEN}" } ],
                  save: { ID: { json: "$.id" }, ACCESS_TOKEN: { json: "$.key" } } },
                { request: "POST \(base)/", json: {}, log: "never", expect: [ { json: "$", type: "object" }, { json: "$.x", equals: 1 } ] }
                """
            let results = try await run(flow(steps, more: "secrets: ['TOKEN'],")).attempt().steps
            #expect(results[0].log == [LoggedLine(level: .warning, text: "created 5 by ***")])
            #expect(results[0].saved == ["ID": "5", "ACCESS_TOKEN": "***"])
            #expect(
                results[0].held == [
                    "the status to be 200: 200", "The ID ($.id) to equal 5: 5",
                    #"$.key to equal "***": "***""#,
                ]
            )
            #expect(results[1].log == nil && results[1].held == [#"$ to be of the type object: {}"#])
        }
    }

    @Test("mask what they save under the name of a secret, in what was sent and answered then and later")
    func learnedSecrets() async throws {
        try await withMirror { base in
            let steps = """
                { request: "POST \(base)/", json: { jwt: "eyJhbGciOi", id: 5, card: "1234567812345678" }, save: { ACCESS_TOKEN: { json: "$.jwt" }, NUMBER: { json: "$.card", secret: true } } },
                { request: "POST \(base)/", json: { again: "${ACCESS_TOKEN}" }, expect: { json: "$.again", equals: "eyJhbGciOi" } }
                """
            let results = try await run(flow(steps)).attempt().steps
            #expect(results.map(\.outcome) == [.passed, .passed])
            #expect(results[0].saved == ["ACCESS_TOKEN": "***", "NUMBER": "***"])
            let bodies = results.map { $0.exchanges?.first?.response.content.text }
            #expect(bodies == [#"{"jwt":"***","id":5,"card":"***"}"#, #"{"again":"***"}"#])
            #expect(results[1].exchanges?.first?.request.postData?.text == #"{"again":"***"}"#)
            let command = try #require(results[1].exchanges?.first?.command)
            #expect(command.hasSuffix(#"--data-raw '{"again":"'"$ACCESS_TOKEN"'"}'"#), "\(command)")
        }
    }

    @Test("warn of what does not hold, all of it, and pass; flows are degraded by it")
    func warnings() async throws {
        try await withEcho { base in
            let steps = """
                { request: "\(base)/a", warn: [ { json: "$.method", equals: "PUT" }, { json: "$.order.id", equals: 7 },
                  { duration: { atLeast: "1h" }, not: true }, { json: "$.id", absent: false } ] },
                { request: "\(base)/missing", warn: { status: 404 }, status: 404 },
                { request: "\(base)/b", warn: { size: { atMost: 1 } } }
                """
            let result = try await run(flow(steps, more: "requests: { warn: { size: { atLeast: 1000 } } },"))
            let steps2 = try result.attempt().steps
            #expect(steps2.map(\.outcome) == [.passed, .passed, .passed])
            #expect(
                steps2.map { $0.warnings?.map(\.target) } == [
                    ["$.method", "$.id", "the size of the body"], ["the size of the body"],
                    ["the size of the body"],
                ]
            )
            #expect(result.result.flows[0].isDegraded && result.result.outcome == .passed)
            #expect(
                result.result.flows[0].warningSentences.first
                    == "GET \(base)/a: Expected $.method to equal \"PUT\", but it was \"GET\"."
            )
        }
    }

    @Test("fail for what they expect and not for what they warn of, which is not judged then")
    func failedWithWarning() async throws {
        try await withEcho { base in
            let step = "{ request: '\(base)/missing', warn: { json: '$.method', equals: 'PUT' } }"
            let result = try await run(flow(step))
            #expect(try result.attempt().steps[0].warnings == nil)
            #expect(result.result.flows[0].outcome == .failed && !result.result.flows[0].isDegraded)
        }
    }

    /// Answers 202 with a job that goes on, and the fourth time with one that is done; `/gone` with 404 and the same.
    private func withJob<T: Sendable>(
        _ body: @Sendable (_ baseURL: String) async throws -> T
    ) async throws -> T {
        let count = Mutex(0)
        return try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                let isGone = request.contains("/gone")
                let text = number < 4 ? "{\"state\":\"running\"}" : "{\"state\":\"done\",\"id\":\(number)}"
                let status = isGone ? "404 Not Found" : number < 4 ? "202 Accepted" : "200 OK"
                connection.write("HTTP/1.1 \(status)\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
            }
        } _: { server in
            try await body(server.baseURL)
        }
    }

    @Test(
        "that are sent again wait for what they ask, and tell every try",
        arguments: [
            "expect: { json: '$.state', equals: 'done' }, retry: { every: '1ms', for: '20s' }",
            "retry: { until: { json: '$.state', equals: 'done' }, every: '1ms', for: '20s', backoff: 2 }",
            "retry: { until: { status: 200 }, every: '1ms', for: '20s' }, save: { ID: { json: '$.id' } }",
            "save: { ID: { json: '$.id' } }, retry: { every: '1ms', for: '20s' }",
        ]
    )
    func polling(parameters: String) async throws {
        try await withJob { base in
            let run = try await run(flow("{ request: 'GET \(base)/job', \(parameters) }"))
            let step = try run.step(1)
            #expect(step.outcome == .passed, "\(String(describing: step.failure))")
            #expect(step.attempts == 4 && step.notes.count == 4)
            #expect(step.notes.first?.hasPrefix("try 1: 202 Accepted after ") == true)
        }
    }

    @Test("that are sent again in vain fail by their last response, within the time for that")
    func pollingInVain() async throws {
        try await withJob { base in
            let never = "retry: { until: { json: '$.state', equals: 'sent' }, every: '50ms', for: '300ms' }"
            let run = try await run(
                flow(
                    "{ request: '\(base)/job', \(never), soft: true }, { request: '\(base)/gone', retry: { every: '10ms', for: '100ms' } }"
                )
            )
            let step = try run.step(1)
            #expect(
                step.failure?.diagnoses.first?.sentence.hasPrefix(
                    "Expected $.state to equal \"sent\", but it was "
                ) == true
            )
            #expect(step.attempts > 1 && step.duration < 5000)
            #expect(try run.step(2).failure?.code == .status && run.step(2).attempts > 1)
        }
    }

    @Test("that get no response are sent again only where that is said")
    func connectionErrors() async throws {
        let run = try await run(
            flow(
                """
                { request: "http://127.0.0.1:1/", retry: { every: "1ms", for: "50ms" }, soft: true },
                { request: "http://127.0.0.1:1/", retry: { every: "1ms", for: "50ms", onConnectionError: true } },
                """
            )
        )
        #expect(try run.attempt().steps.map(\.failure?.code) == [.refused, .refused])
        #expect(try run.step(1).attempts == 1 && run.step(2).attempts > 1)
    }

    /// Answers everything with a text.
    private func withReply<T: Sendable>(
        _ text: String,
        _ body: @Sendable (_ baseURL: String) async throws -> T
    ) async throws -> T {
        try await RawServer.withServer { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
            }
        } _: { server in
            try await body(server.baseURL)
        }
    }

    /// The expression takes about 5 s, and twice as long for each two characters more.
    @Test("whose response is never done with are given up at the end of their time")
    func endless() async throws {
        try await withReply("{\"a\":\"\(String(repeating: "x", count: 33))\"}") { base in
            let run = try await run(
                flow(
                    "{ request: '\(base)/', timeout: '500ms', expect: { json: '$.a', matches: '^(x|xx)+y$' } }"
                )
            )
            let step = try run.step(1)
            #expect(step.failure?.code == .flow && step.duration < 10_000)
            #expect(step.failure?.message.contains("took longer than the step may") == true)
        }
    }

    @Test("show no part of a secret, where a long value is cut in a message or a note")
    func secret() async throws {
        let encoded = Data(testToken.utf8).base64EncodedString()
        for length in [20, 190, 235, 260, 490] {
            let text =
                "{\"a\":\"\(String(repeating: "p", count: length))\(encoded)\(String(repeating: "q", count: 300))\"}"
            try await withReply(text) { base in
                let steps = """
                    { request: "\(base)/", soft: true, expect: { json: "$.a", equals: 1 } },
                    { request: "\(base)/", soft: true, expect: { jsonSchema: { properties: { a: { const: "z" } } } } },
                    { request: "\(base)/", save: { A: { json: "$.a", regex: "^z" } } },
                    """
                let run = try await run(flow(steps, more: "secrets: ['TOKEN'],"))
                #expect(try run.attempt().steps.map(\.outcome) == [.failed, .failed, .failed])
                for (name, data) in run.files {
                    let shown = String(decoding: data, as: UTF8.self)
                    #expect(!shown.contains(encoded.prefix(8)), "\(length) \(name)")
                }
            }
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
