import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Health check") struct HealthCheckTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let check: HealthCheck
        let state: HealthCheck.State
        var advice: String?
        var testDescription: String { name }
    }

    private static let missing = Result<String, InstallationError>.failure(
        .missingDriver(searched: ["/usr/bin"])
    )
    private static let obstacle = SandboxFacts(
        obstacle: "user.max_user_namespaces=0",
        remedy: "user.max_user_namespaces=1"
    )

    static let cases = [
        Case(name: "a program that is there", check: .program("driver", .success("/d"), "1.2"), state: .ok),
        Case(
            name: "a program that is missing",
            check: .program("driver", missing, nil),
            state: .broken,
            advice: "apt-get install chromium-driver"
        ),
        Case(
            name: "a program that does not start",
            check: .program("browser", .success("/b"), nil),
            state: .broken,
            advice: "--version"
        ),
        Case(
            name: "versions that go together",
            check: .pair(VersionPair(driver: "9.1", browser: "10.1")),
            state: .ok
        ),
        Case(
            name: "versions that do not",
            check: .pair(VersionPair(driver: "9.1", browser: "11.1")),
            state: .broken,
            advice: "same source"
        ),
        Case(
            name: "root",
            check: .sandbox(SandboxFacts(isRoot: true)),
            state: .warning,
            advice: "another user"
        ),
        Case(name: "a user who may", check: .sandbox(SandboxFacts()), state: .ok),
        Case(
            name: "a user who may not",
            check: .sandbox(obstacle),
            state: .broken,
            advice: "user.max_user_namespaces=1"
        ),
        Case(
            name: "a user who may not, with a helper",
            check: .sandbox(SandboxFacts(hasHelper: true, obstacle: "x")),
            state: .ok
        ),
        Case(name: "much shared memory", check: .sharedMemory(available: 1 << 30), state: .ok),
        Case(
            name: "a container's shared memory",
            check: .sharedMemory(available: 64 << 20),
            state: .warning,
            advice: "--shm-size"
        ),
        Case(name: "fonts", check: .fonts(3), state: .ok),
        Case(name: "no fonts", check: .fonts(0), state: .warning, advice: "apt-get install fonts-"),
        Case(name: "room", check: .disk(free: 2 << 30, folder: "/tmp"), state: .ok),
        Case(
            name: "little room",
            check: .disk(free: 500 << 20, folder: "/tmp"),
            state: .warning,
            advice: "TMPDIR"
        ),
        Case(name: "no room", check: .disk(free: 5 << 20, folder: "/tmp"), state: .broken, advice: "TMPDIR"),
        Case(
            name: "no folder",
            check: .disk(free: nil, folder: "/gone"),
            state: .broken,
            advice: "mkdir /gone"
        ),
        Case(name: "a display", check: .display(["DISPLAY": ":0"]), state: .ok),
        Case(name: "no display", check: .display([:]), state: .broken, advice: "xvfb-run"),
    ]

    @Test("judges what was seen and says what mends it", arguments: cases)
    func judges(_ example: Case) {
        #expect(example.check.state == example.state)
        #expect(
            example.check.advice?.contains(example.advice ?? "") ?? (example.advice == nil),
            "\(example.check)"
        )
    }

    @Test("this machine, whose browser the other tests run, is fit")
    func machine() async {
        let checks = await HealthCheck.all()
        #expect(checks.map(\.name).starts(with: ["driver", "browser", "versions", "sandbox"]))
        #expect(checks.last?.name == "start")
        #expect(checks.allSatisfy { $0.state < .broken }, "\(checks)")
    }

    @Test("a driver that is missing is told, and the rest is looked at all the same")
    func missingDriver() async {
        let checks = await HealthCheck.all(driver: "/does/not/exist")
        #expect(checks.first?.state == .broken)
        #expect(checks.contains { $0.name == "browser" && $0.state == .ok })
        #expect(!checks.contains { $0.name == "start" || $0.name == "versions" })
    }
}
