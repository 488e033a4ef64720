import CanaryModel
import Foundation
import Testing

@Suite("result.json") struct RunResultJSONTests {
    @Test("what was written is read back")
    func roundTrip() throws {
        #expect(try RunResult(json: fullRun().json()) == fullRun())
        let minimal = RunResult(
            state: .running,
            id: "1",
            version: "1",
            started: Timestamp(milliseconds: 0),
            flows: []
        )
        #expect(try RunResult(json: minimal.json()) == minimal)
    }

    @Test("the same run gives the same bytes, keys in alphabetical order")
    func stable() throws {
        let first = try fullRun().json()
        #expect(try (0..<5).allSatisfy { _ in try fullRun().json() == first })
        let keys = String(decoding: first, as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("  \"") }
            .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
        #expect(
            keys == [
                "command", "duration", "failure", "flows", "id", "outcome", "removed", "schema", "started",
                "state",
                "version",
            ]
        )
    }

    @Test("times are ISO 8601, durations whole milliseconds, slashes are not escaped, nil is left out")
    func forms() throws {
        let text = String(decoding: try fullRun().json(), as: UTF8.self)
        #expect(text.contains(#""schema" : "canary.run/1""#))
        #expect(text.contains(#""started" : "2026-11-21T23:59:58.999Z""#))
        #expect(text.contains(#""duration" : 1300"#))
        #expect(text.contains(#""url" : "https://a/?text""#))
        #expect(text.hasSuffix("}\n"))
        var step = StepResult(number: 1, name: "a", position: SourcePosition(file: "f", line: 1, column: 1))
        step.url = nil
        let encoded = String(decoding: try JSONEncoder().encode(step), as: UTF8.self)
        #expect(!encoded.contains("url") && !encoded.contains("null"))
    }

    @Test("no string is a command to a runner that shows the JSON, and all are read back as they were")
    func workflowCommands() throws {
        var run = fullRun()
        run.flows[0].title = "##[set-output name=a]b ###[warning]c ##"
        let json = try run.json()
        let line = try RunEvent.flowEnded(run.flows[0]).jsonLine()
        for data in [json, line] {
            #expect(data.range(of: Data("##[".utf8)) == nil)
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains(##""#\u0023[set-output name=a]b ##\u0023[warning]c ##""##))
        }
        #expect(try RunResult(json: json) == run)
    }

    @Test("keys that this version does not know are passed over")
    func unknownKeys() throws {
        let text = String(decoding: try fullRun().json(), as: UTF8.self)
            .replacing(#""schema" :"#, with: #""fromTheFuture" : [1], "schema" :"#)
        #expect(try RunResult(json: Data(text.utf8)) == fullRun())
    }

    @Test("a result of a version that kept no evidence is read as one with none")
    func withoutEvidence() throws {
        var run = fullRun()
        var attempt = run.flows[0].attempts[0]
        attempt.evidence = EvidenceFiles()
        attempt.steps = []
        attempt.cleanup[0].console = []
        attempt.cleanup[0].requests = []
        run.flows[0].attempts = [attempt]
        let text = String(decoding: try run.json(), as: UTF8.self)
            .replacing(/"(console|requests)" : \[\s*\],/, with: "")
            .replacing(/"evidence" : \{\s*\},/, with: "")
        #expect(!text.contains("console") && !text.contains("evidence"))
        #expect(try RunResult(json: Data(text.utf8)) == run)
    }

    @Test(
        "another schema is refused by its name",
        arguments: [
            (#"{"schema":"canary.run/2"}"#, ResultError.unknownSchema("canary.run/2")),
            (#"{"schema":""}"#, .unknownSchema("")),
            (#"{"flows":[]}"#, .unknownSchema(nil)),
            (#"{"schema":null}"#, .unknownSchema(nil)),
        ]
    )
    func unknownSchema(text: String, expected: ResultError) {
        #expect(throws: expected) { try RunResult(json: Data(text.utf8)) }
        #expect("\(expected)".contains("canary.run/1"))
    }

    @Test(
        "what is malformed is named with its place",
        arguments: [
            ("\"number\" : 1,", "", "flows[0].attempts[0].number: is missing"),
            ("\"line\" : 12", "\"line\" : \"x\"", "line: "),
            ("2026-11-21T23:59:58.999Z", "yesterday", "started: not a time like"),
            ("\"state\" : \"finished\"", "\"state\" : \"lost\"", "state: "),
        ]
    )
    func malformed(original: String, replacement: String, expected: String) throws {
        let text = String(decoding: try fullRun().json(), as: UTF8.self).replacing(
            original,
            with: replacement
        )
        let error = #expect(throws: ResultError.self) { try RunResult(json: Data(text.utf8)) }
        #expect("\(error.map(String.init(describing:)) ?? "")".contains(expected), "\(error as Any)")
    }

    @Test("what is not JSON is refused", arguments: ["", "x", "[]", "{", "\"canary.run/1\"", "\u{0}"])
    func noJSON(text: String) {
        #expect(throws: ResultError.self) { try RunResult(json: Data(text.utf8)) }
    }

    @Test("every event is read back", arguments: allEvents())
    func events(event: RunEvent) throws {
        let line = try event.jsonLine()
        #expect(try JSONDecoder().decode(RunEvent.self, from: line) == event)
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1 && line.last == UInt8(ascii: "\n"))
    }

    @Test("an event is one flat object that says what it is")
    func eventLine() throws {
        let event = RunEvent.stepStarted(
            flow: "login",
            attempt: 2,
            group: nil,
            number: 3,
            name: "Open /a\nb",
            at: Timestamp(milliseconds: 1_795_305_598_999)
        )
        #expect(
            String(decoding: try event.jsonLine(), as: UTF8.self)
                == #"{"at":"2026-11-21T23:59:58.999Z","attempt":2,"event":"stepStarted","flow":"login","#
                + #""name":"Open /a\nb","number":3}"# + "\n"
        )
    }
}
