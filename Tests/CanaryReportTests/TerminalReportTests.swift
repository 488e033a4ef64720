import CanaryModel
import CanaryReport
import Testing

@Suite("TerminalReport") struct TerminalReportTests {
    @Test func show() {
        for (verbosity, color, parallel) in [
            (TerminalReport.Verbosity.normal, true, false), (.verbose, false, true), (.quiet, false, false),
        ] {
            let report = TerminalReport(
                folder: "canary-results/20261120T235959Z-k3f9",
                titles: SampleRun.titles,
                verbosity: verbosity,
                isColored: color,
                isParallel: parallel
            )
            print("=====", verbosity)
            for flow in SampleRun.run.flows {
                for event in SampleRun.events(of: flow) { print(report.text(for: event), terminator: "") }
            }
            print(report.summary(of: SampleRun.run))
            print(
                report.liveLine(
                    for: .stepStarted(
                        flow: "login",
                        attempt: 1,
                        group: "Sign in",
                        number: 2,
                        name: "Click x",
                        at: SampleRun.start
                    ),
                    elapsed: .seconds(3),
                    width: 40
                ) ?? ""
            )
        }
        print(String(decoding: JUnitReport.data(for: SampleRun.run), as: UTF8.self))
    }
}
