import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing
import WebDriver

/// A deadline this far from now.
func within(_ duration: Duration) -> ContinuousClock.Instant { .now + duration }

/// Opens a page of the demo site in a real browser: of its own where something is said of that.
///
/// What does not come is a failure here, however busy the machine is with other tests: a test of that says so.
func withPage<T: Sendable>(
    _ path: String = "",
    behaviour: DemoSite.Behaviour = DemoSite.Behaviour(),
    arguments: [String] = [],
    logs: [String: String] = [:],
    isAlone: Bool = false,
    observer: (@Sendable (WireExchange) -> Void)? = nil,
    processorTimes: (@Sendable () -> ProcessorTimes?)? = quietTimes,
    _ body: @Sendable (Page, DemoSite) async throws -> T
) async throws -> T {
    var options = DemoSite.Options()
    options.behaviour = behaviour
    return try await BrowserSlots.withSlot {
        try await DemoSite.withSite(options) { site in
            if arguments.isEmpty, logs.isEmpty, observer == nil, !isAlone {
                return try await BrowserPool.withPage(processorTimes: processorTimes) { page in
                    if !path.isEmpty { try await page.open(site.baseURL + path, until: within(.seconds(10))) }
                    return try await body(page, site)
                }
            }
            var launch = Launch(driver: .installed(try await .find()))
            launch.arguments += arguments
            launch.loggingPreferences = logs
            launch.observer = observer
            return try await CanaryBrowser.withPage(
                launch,
                processorTimes: processorTimes,
                deadline: within(.seconds(30))
            ) { page in
                if !path.isEmpty { try await page.open(site.baseURL + path, until: within(.seconds(10))) }
                return try await body(page, site)
            }
        }
    }
}

/// Opens a page that is written here.
func withHTML(
    _ html: String,
    type: String = "text/html",
    processorTimes: (@Sendable () -> ProcessorTimes?)? = quietTimes,
    _ body: @Sendable (Page) async throws -> Void
) async throws {
    try await withPage(processorTimes: processorTimes) { page, _ in
        try await page.open(try dataURL(html, type: type), until: within(.seconds(5)))
        try await body(page)
    }
}

/// A page as a `data:` URL: in a frame it is of another origin than the document around it.
func dataURL(_ html: String, type: String = "text/html") throws -> String {
    let encoded = try #require(html.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    return "data:\(type),\(encoded)"
}

extension Target {
    /// A target by a strategy.
    static func by(_ strategy: SelectorStrategy) -> Target {
        Target(Selector(strategy, written: "\(strategy)"))
    }
}

extension Page {
    /// The rendered text of an element.
    func text(_ selector: String, in frame: [Target] = []) async throws -> String {
        try await locator(.css(selector), frame: frame).text(until: within(.seconds(10)))
    }

    /// Waits until the text of an element is this.
    func expectText(_ selector: String, _ text: String, in frame: [Target] = []) async throws {
        try await expect(
            [Condition(.text(.css(selector), .equals(text)), position: .test)],
            frame: frame,
            until: within(.seconds(10))
        )
    }
}

/// A reading of the processors in which nothing ever waits, as on a quiet machine.
func quietTimes() -> ProcessorTimes? { ProcessorTimes(programs: [:], pages: []) }

extension SourcePosition {
    static let test = SourcePosition(file: "test.canary.json5", line: 1, column: 1)
}

/// The error that `body` throws, or a test failure where it throws none or another.
func browserError(
    _ body: () async throws -> some Any,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> BrowserError {
    do {
        _ = try await body()
    } catch let error as BrowserError {
        return error
    }
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    return BrowserError(.unsupported, "nothing was thrown")
}

extension Page {
    /// A picture as all later ones are as long as nothing changes: those of a document younger than 100 ms are taken by
    /// another command, which encodes them otherwise.
    func stillPicture(until deadline: ContinuousClock.Instant) async throws -> Data {
        let grow = Script(source: "await new Promise(done => setTimeout(done, 200 - performance.now()))")
        _ = try await run(grow, until: deadline)
        var picture = try await screenshot(until: deadline)
        while .now < deadline {
            let next = try await screenshot(until: deadline)
            if next == picture { return next }
            picture = next
        }
        return picture
    }
}
