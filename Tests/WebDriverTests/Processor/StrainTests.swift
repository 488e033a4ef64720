import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("What a browser has had of the processors") struct StrainTests {
    private let start = ContinuousClock.now

    /// A reading after so many ms: what a page and its browser have had, in ms.
    private func reading(
        after elapsed: Int,
        page: (used: Int, waited: Int, rests: Int),
        browserWaited: Int = 0,
        total: Int = 0
    ) -> ProcessorTimes {
        let times = [
            7: ProcessorTime(
                used: .milliseconds(page.used),
                waited: .milliseconds(page.waited),
                rests: page.rests
            ),
            8: ProcessorTime(used: .zero, waited: .milliseconds(browserWaited), rests: 3),
        ]
        return ProcessorTimes(
            moment: start + .milliseconds(elapsed),
            programs: times.reduce(into: [:]) { $0[Int32($1.key)] = $1.value },
            pages: [7],
            total: .milliseconds(total),
            processors: 2
        )
    }

    @Test(
        "a quarter of the time spent waiting is too much, whichever program waits, unless the browser itself is the load",
        arguments: [
            (page: 400, browser: 0, total: 100, isStarved: false),
            (page: 500, browser: 0, total: 100, isStarved: true),
            (page: 0, browser: 900, total: 100, isStarved: true),
            (page: 900, browser: 0, total: 2500, isStarved: false),
        ]
    )
    func starved(page: Int, browser: Int, total: Int, isStarved: Bool) {
        let strain = Strain(
            from: reading(after: 0, page: (0, 1000, 0)),
            to: reading(after: 2000, page: (10, 1000 + page, 90), browserWaited: browser, total: total)
        )
        #expect(strain.isStarved == isStarved)
    }

    @Test(
        "a page that never rests is stuck, whether it ran or waited; one that rests is at work",
        arguments: [
            (used: 1990, waited: 10, rests: 4, isStuck: true),
            (used: 200, waited: 1780, rests: 3, isStuck: true),
            (used: 200, waited: 1780, rests: 60, isStuck: false),
            (used: 300, waited: 300, rests: 4, isStuck: false),
        ]
    )
    func stuck(used: Int, waited: Int, rests: Int, isStuck: Bool) {
        let strain = Strain(
            from: reading(after: 0, page: (100, 100, 50)),
            to: reading(after: 2000, page: (100 + used, 100 + waited, 50 + rests))
        )
        #expect(strain.isPageStuck == isStuck)
        #expect(strain.pageID == 7)
    }

    @Test("is read of a session that runs here, and the page's process can be ended alone")
    func live() async throws {
        try await BrowserSlots.withSlot {
            let launch = Launch(driver: .installed(try await .find()))
            try await withSession(launch, deadline: .now + .seconds(30)) { live in
                let times = try #require(live.processorTimes)
                let page = try #require(times.pages.first)
                #expect(times.programs.count > 2 && times.total > .zero)
                #expect(!live.killPage(1), "not one of its own")
                #expect(live.killPage(page))
                await #expect(throws: WebDriverError.self) {
                    for _ in 0..<100 {
                        try await live.session.send(.getTitle, deadline: .now + .seconds(5))
                        try await Task.sleep(for: .milliseconds(10))
                    }
                }
                #expect(await live.isDriverAnswering(within: .seconds(5)))
            }
        }
    }
}
