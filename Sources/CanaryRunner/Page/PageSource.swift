import CanaryBrowser
import CanaryModel
import WebDriver

/// Where an attempt gets its pages from: that of its session first, and fresh ones where that can do nothing any more.
actor PageSource {
    /// How long the start of a further session may take.
    private static let longestStart = Duration.seconds(30)
    /// How many further sessions an attempt may have: a page that is stuck each time is not opened for ever.
    private static let mostFurther = 3

    private let launch: Launch
    private let browser: BrowserOptions
    private var further: [FurtherSession] = []

    init(_ launch: Launch, _ browser: BrowserOptions) {
        (self.launch, self.browser) = (launch, browser)
    }

    /// A fresh page of a browser of its own, with the cookies of the one before as far as they are known.
    ///
    /// - Throws: Why there is none.
    func freshPage(with cookies: BrowserCookies) async throws -> Page {
        guard further.count < Self.mostFurther else {
            throw BrowserError(.browserGone, "the page was lost again and again")
        }
        let session = try await FurtherSession(launch, deadline: .now + Self.longestStart)
        further.append(session)
        let page = Page(session.live, credentials: browser.basicAuth)
        try await page.prepare(browser, until: .now + Self.longestStart)
        try await page.adopt(cookies, until: .now + Self.longestStart)
        return page
    }

    /// Ends all further sessions.
    func close() async {
        for session in further { await session.close() }
        further = []
    }
}
