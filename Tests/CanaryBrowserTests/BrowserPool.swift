import CanaryBrowser
import CanaryModel
import Foundation
import WebDriver

/// Browsers that tests use one after the other, each test in a window of its own: to start and end one takes more than
/// most tests do.
actor BrowserPool {
    /// A browser of the pool.
    private struct Browser: Sendable {
        let live: LiveSession
        /// Ends it.
        let end: AsyncStream<Never>.Continuation
    }

    private static let shared = BrowserPool()
    private var idle: [Browser] = []

    /// Runs `body` with a page in a window that nothing was done in.
    ///
    /// A browser is used again only where `body` threw nothing and the page still answers.
    static func withPage<T: Sendable>(
        processorTimes: (@Sendable () -> ProcessorTimes?)?,
        _ body: @Sendable (Page) async throws -> T
    ) async throws -> T {
        let browser = try await shared.take()
        do {
            let page = Page(browser.live, processorTimes: processorTimes)
            let result = try await body(page)
            if await page.endedBecause == nil, await shared.clear(browser) {
                await shared.giveBack(browser)
            } else {
                browser.end.finish()
            }
            return result
        } catch {
            browser.end.finish()
            throw error
        }
    }

    private func take() async throws -> Browser {
        if let browser = idle.popLast() { return browser }
        let launch = Launch(driver: .installed(try await .find()))
        return try await withCheckedThrowingContinuation { started in
            // It has no parent: a browser lasts longer than the test that started it, until the process ends.
            Task { await Self.run(launch, started) }
        }
    }

    private func giveBack(_ browser: Browser) { idle.append(browser) }

    private static func run(_ launch: Launch, _ started: CheckedContinuation<Browser, any Error>) async {
        var isStarted = false
        do {
            try await CanaryBrowser.withPage(launch, deadline: within(.seconds(30))) { page in
                let (until, end) = AsyncStream.makeStream(of: Never.self)
                isStarted = true
                started.resume(returning: Browser(live: page.live, end: end))
                for await _ in until {}
            }
        } catch {
            if !isStarted { started.resume(throwing: error) }
        }
    }

    /// Leaves a browser with one window, to which nothing was done, and without cookies.
    ///
    /// - Returns: Whether that went well.
    private func clear(_ browser: Browser) async -> Bool {
        let session = browser.live.session
        let deadline = within(.seconds(5))
        do {
            let old = try await session.send(.getWindowHandles, deadline: deadline)
            let new = try await session.send(.newWindow(.tab), deadline: deadline)
            for window in old {
                try await session.send(.switchToWindow(window), deadline: deadline)
                _ = try await session.send(.closeWindow, deadline: deadline)
            }
            try await session.send(.switchToWindow(new.handle), deadline: deadline)
            let limits = Timeouts(script: session.capabilities.timeouts?.script)
            try await session.send(.setTimeouts(limits), deadline: deadline)
            let cookies = Command<Nothing>.executeCDP("Network.clearBrowserCookies")
            try await session.send(cookies, deadline: deadline)
            return true
        } catch {
            return false  // the page that the test left is stuck, or asks something
        }
    }
}
