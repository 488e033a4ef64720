import CanaryBrowser
import CanaryModel
import WebDriver

/// Where an attempt gets its pages from: one first, and fresh ones where that can do nothing any more.
actor PageSource {
    /// How long the start of a browser may take, outside the flow's own time.
    private static let longestStart = Duration.seconds(30)
    /// How many further browsers an attempt may have: a page that is stuck each time is not opened for ever.
    private static let mostFurther = 3

    private let launch: Launch
    private let flow: Flow
    private let processorTimes: (@Sendable () -> ProcessorTimes?)?
    private var opened: [OpenPage] = []

    init(_ launch: Launch, _ flow: Flow, _ processorTimes: (@Sendable () -> ProcessorTimes?)?) {
        (self.launch, self.flow, self.processorTimes) = (launch, flow, processorTimes)
    }

    /// The first page, and what it runs in.
    ///
    /// - Throws: Why there is none; then nothing is left open.
    func firstPage() async throws -> (Page, BrowserEnvironment) {
        do {
            let page = try await page()
            return (page, BrowserEnvironment(page.live, flow.browser.viewport))
        } catch {
            await close()
            throw error
        }
    }

    /// A fresh page of a browser of its own, with the cookies of the one before as far as they are known.
    ///
    /// - Throws: Why there is none.
    func freshPage(with cookies: BrowserCookies) async throws -> Page {
        guard opened.count <= Self.mostFurther else {
            throw BrowserError(.browserGone, "the page was lost again and again")
        }
        let page = try await page()
        try await page.adopt(cookies, until: .now + Self.longestStart)
        return page
    }

    private func page() async throws -> Page {
        let open = try await OpenPage(
            launch,
            credentials: flow.browser.basicAuth,
            files: flow.files,
            processorTimes: processorTimes,
            deadline: .now + Self.longestStart
        )
        opened.append(open)
        try await open.page.prepare(flow.browser, until: .now + Self.longestStart)
        return open.page
    }

    /// Ends all browsers.
    func close() async {
        for page in opened { await page.close() }
        opened = []
    }
}

extension BrowserEnvironment {
    fileprivate init(_ live: LiveSession, _ viewport: Viewport) {
        let capabilities = live.session.capabilities
        self.init(
            browser: capabilities.browserName ?? "unknown",
            browserVersion: capabilities.browserVersion ?? "unknown",
            driverVersion: capabilities.chromedriverVersion?.split(separator: " ").first.map(String.init)
                ?? "unknown",
            platform: capabilities.platformName ?? "unknown",
            isSandboxOff: live.isSandboxOff,
            viewport: viewport
        )
    }
}
