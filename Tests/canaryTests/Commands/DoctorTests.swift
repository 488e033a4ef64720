import TestSupport
import Testing
import WebDriver

@testable import canary

@Suite("Doctor") struct DoctorTests {
    @Test("each check is a line, with what mends it below")
    func report() {
        let checks = [
            HealthCheck("driver", .ok, "/usr/bin/chromedriver, version 156.0.1"),
            HealthCheck("fonts", .warning, "none", advice: "sudo apt-get install fonts-liberation"),
            HealthCheck("disk", .broken, "/tmp has 3 MiB free", advice: "Free some space"),
        ]
        #expect(
            HealthReport(isColored: false).text(for: checks) == """
                  ✓ driver  /usr/bin/chromedriver, version 156.0.1
                  ! fonts   none
                            → sudo apt-get install fonts-liberation
                  ✗ disk    /tmp has 3 MiB free
                            → Free some space

                To be fixed first: disk

                """
        )
        let good = HealthReport(isColored: true).text(for: Array(checks.prefix(2)))
        #expect(good.contains("\u{1B}[32m✓\u{1B}[0m driver"))
        #expect(good.hasSuffix("\nFlows can be run; with a warning: fonts\n"))
        #expect(HealthReport(isColored: false).text(for: []).hasSuffix("\nFlows can be run\n"))
    }

    @Test("a machine that is fit ends with 0", .timeLimit(.minutes(13)))
    func fit() async throws {
        let ended = try await Canary.call("doctor")
        #expect(ended.status == 0)
        #expect(ended.output.contains("✓ driver "))
        #expect(ended.output.contains("a session started in "))
        #expect(ended.errors == "")
    }

    @Test("a machine without a browser ends with 4 and says what to do")
    func unfit() async throws {
        let ended = try await Canary.call("doctor", "--browser", "/nonexistent/browser")
        #expect(ended.status == 4)
        #expect(ended.output.contains("✗ browser"))
        #expect(ended.output.contains("→ "))
        #expect(ended.output.contains("To be fixed first: browser"))
        let remote = try await Canary.call("doctor", "--driver", "http://127.0.0.1:1")
        #expect(remote.status == 2)
    }
}
