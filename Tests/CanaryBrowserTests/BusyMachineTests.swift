import CanaryModel
import DemoSite
import Foundation
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("A machine that is too busy for its browser") struct BusyMachineTests {
    /// Readings of a browser whose page has this share of the time to run and waits for the rest of it.
    private static func readings(
        page share: Double,
        waiting: Double,
        rests: Int = 60
    ) -> @Sendable () -> ProcessorTimes? {
        let start = ContinuousClock.now
        return {
            let elapsed = start.duration(to: .now)
            let time = ProcessorTime(
                used: elapsed * share,
                waited: elapsed * waiting,
                rests: Int(elapsed / .seconds(1)) * rests
            )
            return ProcessorTimes(programs: [7: time], pages: [7], processors: 2)
        }
    }

    private static let busy = readings(page: 0.1, waiting: 0.6)
    private static let quiet = readings(page: 0.1, waiting: 0.01)

    private static let late =
        "<script>setTimeout(() => document.body.append('late'), 1500)</script><p id=p></p>"
    private static let slow =
        "<button id=b onclick='const e = Date.now() + 2500; while (Date.now() < e);'>x</button>"
    private static let endless = "<button id=b onclick='for (;;);'>x</button>"

    private func text(_ text: String) -> Condition {
        Condition(.text(.css("body"), .contains(text)), position: .test)
    }

    @Test(
        "a look goes on after the step's time where the machine was too busy, and only there",
        arguments: [true, false]
    )
    func late(isBusy: Bool) async throws {
        try await withHTML(Self.late, processorTimes: isBusy ? Self.busy : Self.quiet) { page in
            try await page.open(try dataURL(Self.late), until: within(.seconds(5)))
            let deadline = within(.milliseconds(700))
            await page.beginStep(until: deadline, time: .milliseconds(700), isExplaining: false)
            if isBusy {
                try await page.expect([text("late")], until: deadline)
                #expect(await page.lentTime > .zero)
            } else {
                let error = try await browserError { try await page.expect([text("late")], until: deadline) }
                #expect(await page.judged(error).code == .expectation)
            }
        }
    }

    @Test("what did not come even then could not be judged; it is told with figures, and what was looked for")
    func never() async throws {
        try await withHTML("<p>text", processorTimes: Self.busy) { page in
            let deadline = within(.milliseconds(300))
            await page.beginStep(until: deadline, time: .milliseconds(300), isExplaining: false)
            let error = try await browserError { try await page.expect([text("never")], until: deadline) }
            let judged = await page.judged(error)
            #expect(judged.code == .starved && judged.code.outcome == .error)
            #expect(judged.message.contains("waited") && judged.message.contains("on "), "\(judged)")
            #expect(judged.diagnoses.count == 1)
            #expect(await page.starvation?.code == .starved)
        }
    }

    @Test("a page that answers after the step's time is waited for where the machine was too busy")
    func overdue() async throws {
        try await withHTML(Self.slow, processorTimes: Self.busy) { page in
            let deadline = within(.milliseconds(500))
            await page.beginStep(until: deadline, time: .seconds(8), isExplaining: false)
            try await page.locator(.css("#b")).click(until: deadline)
            #expect(await page.endedBecause == nil)
        }
    }

    @Test(
        "a page that never answers is at fault where it ran for long without a rest, or nothing kept it from running",
        arguments: [
            (readings(page: 0.02, waiting: 0.9, rests: 0), .starved),
            (readings(page: 0.6, waiting: 0.38, rests: 0), .unresponsive),
            (quiet, .unresponsive),
        ] as [(@Sendable () -> ProcessorTimes?, FailureCode)]
    )
    func endless(readings: @escaping @Sendable () -> ProcessorTimes?, code: FailureCode) async throws {
        try await withHTML(Self.endless, processorTimes: readings) { page in
            let deadline = within(.milliseconds(500))
            await page.beginStep(until: deadline, time: .seconds(2), isExplaining: false)
            let error = try await browserError { try await page.locator(.css("#b")).click(until: deadline) }
            #expect(error.code == code, "\(error)")
            #expect(await page.endedBecause != nil)
        }
    }
}
