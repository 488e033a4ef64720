import CanaryModel
import CanarySchedule
import Foundation
import Testing

@testable import FlowFile

@Suite("A service file") struct ServiceFileTests {
    private static let flow =
        #"{ name: "NAME", variables: { A: "1" }, steps: [ { request: "http://a.example/${A}" } ] }"#

    /// Reads a service file that lies beside flows of these names.
    private func read(
        _ text: String,
        flows: [String] = ["login", "orders"],
        environment: [String: String] = [:]
    ) throws -> ServiceReading {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "service-\(UUID().uuidString)"
        )
        let inner = folder.appendingPathComponent("flows")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in flows {
            let content = Self.flow.replacing("NAME", with: name)
            try Data(content.utf8).write(to: inner.appendingPathComponent("\(name).canary.json5"))
        }
        let file = folder.appendingPathComponent("canary-service.json5")
        try Data(text.utf8).write(to: file)
        return FlowReader(environment: environment).readService(path: file.path)
    }

    private func told(_ text: String) throws -> [String] {
        try read(text).diagnostics.map { diagnostic in
            let place = "\(diagnostic.position.line):\(diagnostic.position.column)"
            return "\(place) \(diagnostic.message)" + (diagnostic.suggestion.map { "; \($0)" } ?? "")
        }
    }

    @Test("declares canaries, each with what it says itself over the defaults")
    func whole() throws {
        let reading = try read(
            """
            { secrets: ["SERVICE_TOKEN"], token: "${SERVICE_TOKEN}", listen: "0.0.0.0:9090", jobs: 4, state: "../state",
              heartbeat: { url: "https://hc.example/ping", every: "30s" },
              defaults: { schedule: "rate(5 minutes)", retries: 1, tags: ["a"], retain: { failed: "90d" }, env: { E: "1", F: 2 } },
              canaries: [
                { flow: "flows/login.canary.json5", name: "sign-in", schedule: "cron(0 9 ? * MON-FRI *)", timezone: "Europe/Vienna",
                  duration: "7d", timeout: "2m", memory: "1.5 GB", env: { E: "3" }, secrets: ["PASSWORD"], variables: { A: 5 },
                  retries: 0, tags: ["b"], group: "Shop", retain: { passed: "1d", size: "2GB" }, keep: "all", enabled: false },
                { flow: "flows" },
                { name: "nightly-backup", push: true, every: "25h" },
              ] }
            """,
            environment: ["SERVICE_TOKEN": "0123456789abcdef"]
        )
        try #require(reading.diagnostics.map(\.description) == [])
        let service = try #require(reading.service)
        #expect(service.listen == "0.0.0.0:9090" && service.token == "0123456789abcdef" && service.jobs == 4)
        #expect(service.state.hasSuffix("/state") && !service.state.contains(".."))
        #expect(
            service.heartbeat?.url == "https://hc.example/ping" && service.heartbeat?.interval == .seconds(30)
        )
        #expect(service.canaries.map(\.name) == ["sign-in", "login", "orders", "nightly-backup"])
        let own = service.canaries[0].settings
        #expect(own.writtenSchedule == "cron(0 9 ? * MON-FRI *)" && own.timeZone.name == "Europe/Vienna")
        #expect(
            own.duration == .seconds(7 * 86_400) && own.timeout == .seconds(120)
                && own.memory == 1_500_000_000
        )
        #expect(
            own.environment == ["E": "3", "F": "2"] && own.secrets == ["PASSWORD"]
                && own.variables == ["A": "5"]
        )
        #expect(
            own.retries == 0 && own.tags == ["b"] && own.group == "Shop" && own.keepsAll && !own.isEnabled
        )
        #expect(own.retention.passed == .seconds(86_400) && own.retention.failed == .seconds(90 * 86_400))
        #expect(own.retention.size == 2_000_000_000)
        let other = service.canaries[1].settings
        #expect(
            other.schedule == .rate(seconds: 300) && other.retries == 1 && other.tags == ["a"]
                && other.isEnabled
        )
        #expect(service.canaries[3].work == .push(every: .seconds(25 * 3600)))
        #expect(other.times(after: 1000, count: 3) == [1300, 1600, 1900])
    }

    @Test(
        "is refused with all its mistakes, each at its place",
        arguments: [
            ("{ canaries: [ {} ] }", ["1:15 the canary has no 'flow'; add flow: \"login.canary.json5\""]),
            ("[]", ["1:1 a service file takes an object such as { canaries: […] }, got a list"]),
            ("{}", ["1:1 the service has no 'canaries'; add canaries: [ { flow: \"flows\" } ]"]),
            (
                "{ canaries: [ { flow: 'none.canary.json5', schedule: 'rate(5 minutes)' } ] }",
                ["1:23 there is no file or folder 'none.canary.json5'"]
            ),
            (
                "{ canaries: [ { flow: 'flows/login.canary.json5' } ] }",
                ["1:15 the canary has no 'schedule'; add schedule: \"rate(5 minutes)\""]
            ),
            (
                "{ canaries: [ { flow: 'flows/login.canary.json5', schedule: 'cron(0 10 * * *)' } ] }",
                ["1:61 schedule: cron takes 6 fields, not 5; write cron(0 10 * * ? *)"]
            ),
            (
                "{ defaults: { schedule: 'rate(1 day)', timezone: 'Europe/Atlantis', memory: 'much', retries: 11 }, canaries: [] }",
                [
                    "1:25 schedule: rate takes seconds, minutes or hours, not 'day'; use cron(0 0 * * ? *) for once a day",
                    "1:50 there is no time zone 'Europe/Atlantis': names are such as Europe/Vienna",
                    "1:77 memory takes a size such as \"500MB\", got the string 'much'",
                    "1:94 retries takes a whole number from 0 to 10, got the number 11",
                ]
            ),
            (
                "{ listen: 'localhost', token: 'short', jobs: 0, canaries: 5, alarm: 1 }",
                [
                    "1:11 listen takes an address with a port, got 'localhost'; write one such as \"127.0.0.1:8080\"",
                    "1:31 a token has at least 16 characters; make one by: openssl rand -hex 16",
                    "1:46 jobs takes a whole number from 1 to 256, got the number 0",
                    "1:59 canaries takes a list such as [ { flow: \"login.canary.json5\" } ], got the number 5",
                    "1:62 unknown key 'alarm' in a service; it takes secrets, state, listen, token, jobs, heartbeat, defaults, canaries",
                ]
            ),
            (
                "{ canaries: [ { push: true, every: '1h' }, { name: 'a', push: true }, { name: 'B', push: true, every: '1h' } ] }",
                [
                    "1:15 a canary that is pushed needs a 'name'",
                    "1:57 'push' needs 'every'; add every: \"1h\"",
                    "1:79 'B' is not a valid name; a name is made of a-z 0-9 _ -, 100 at most",
                ]
            ),
            (
                "{ defaults: { schedule: 'rate(5 minutes)' }, canaries: [ { flow: 'flows' },\n{ flow: 'flows/login.canary.json5' } ] }",
                ["2:1 the name 'login' is taken by the canary at PLACE; give this one a 'name'"]
            ),
        ]
    )
    func mistakes(text: String, expected: [String]) throws {
        let found = try told(text).map { $0.replacing(#/canary at .*:(\d+:\d+)/#) { _ in "canary at PLACE" } }
        #expect(found == expected)
    }

    @Test("has the mistakes of its flows too, once each, and warns of a schedule that hardly ever comes")
    func flows() throws {
        let broken = try read(
            "{ defaults: { schedule: 'rate(5 minutes)' }, canaries: [ { flow: 'flows' }, { flow: 'flows/a b.canary.json5', name: 'x' } ] }",
            flows: ["login", "a b"]
        )
        #expect(broken.service == nil && broken.diagnostics.count == 1)
        #expect(broken.diagnostics.first?.message == "'a b' is not a valid flow name")
        let rare = try read(
            "{ canaries: [ { flow: 'flows', schedule: 'cron(0 0 29 2 ? *)' } ] }",
            flows: ["login"]
        )
        #expect(rare.warnings.map(\.message) == ["more than a year lies between two runs of this schedule"])
        #expect(
            FlowReader.isServiceFile("a/canary-service.json5") && !FlowReader.isServiceFile("a.canary.json5")
        )
    }
}
