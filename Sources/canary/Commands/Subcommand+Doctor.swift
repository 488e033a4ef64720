import WebDriver

extension Subcommand {
    static let doctor = Subcommand(
        "doctor",
        summary: "See whether browser, driver and machine are fit to run flows.",
        detail: """
            Looks at the browser, the driver, their versions, the sandbox, shared memory, fonts and free disk space, \
            starts a browser, and says what is wrong and how to fix it.
            """,
        options: [.browser, .driver, .headed, .color],
        examples: [
            Example(line: "canary doctor", meaning: "Look at what 'canary run' would use."),
            Example(line: "canary doctor --browser /opt/chrome/chrome", meaning: "Look at another browser."),
        ],
        statuses: [
            ExitStatus.Meaning(codes: "0", text: "Flows can be run, maybe with a warning."),
            ExitStatus.Meaning(codes: "2", text: "Wrong usage."),
            ExitStatus.Meaning(codes: "4", text: "Something must be fixed first."),
        ]
    ) { arguments in
        if let driver = arguments.value(of: .driver), driver.contains("://") {
            throw UsageError(
                "'canary doctor' looks at this machine; --driver takes the path of a chromedriver"
            )
        }
        let report = HealthReport(isColored: try arguments.isOutputColored())
        let checks = await HealthCheck.all(
            driver: arguments.value(of: .driver),
            browser: arguments.value(of: .browser),
            isHeaded: arguments.has(.headed)
        )
        StandardStream.output.write(report.text(for: checks))
        return checks.contains { $0.state == .broken } ? .error : .passed
    }
}
