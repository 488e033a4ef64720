import Foundation
import TestSupport

@testable import WebDriver

/// Opens a session of a real browser on a driver of its own, hands it to `body` and ends it.
func withBrowserSession<T: Sendable>(
    _ change: (inout CapabilitySet) -> Void = { _ in },
    _ body: (Session) async throws -> T
) async throws -> T {
    try await BrowserSlots.withSlot {
        try await BareDriver.withDriver { driver in
            var capabilities = Capabilities(alwaysMatch: .headless)
            change(&capabilities.alwaysMatch)
            let session = try await Session.start(
                on: Connection(url: driver.baseURL),
                capabilities: capabilities,
                deadline: .now + .seconds(30)
            )
            let result = try await body(session)
            try await session.end(deadline: .now + .seconds(10))
            return result
        }
    }
}

extension CapabilitySet {
    /// A browser without a window, as it is installed here.
    static var headless: Self {
        var options = ChromeOptions()
        options.args = ["--remote-debugging-pipe"]
        if getuid() == 0 { options.args.append("--no-sandbox") }
        let shell = "/usr/lib/chromium/chromium-headless-shell"
        if FileManager.default.isExecutableFile(atPath: shell) {
            options.binary = shell
        } else {
            options.args.append("--headless=new")
        }
        var set = Self()
        set.chromeOptions = options
        return set
    }
}

extension Session {
    /// Sends a command with time enough for a busy machine.
    @discardableResult
    func send<R>(_ command: Command<R>) async throws -> R {
        try await send(command, deadline: .now + .seconds(30))
    }

    /// Opens a page of this markup.
    func open(_ markup: String) async throws {
        let encoded = Data(markup.utf8).base64EncodedString()
        try await send(.navigate(to: "data:text/html;charset=utf-8;base64,\(encoded)"))
    }

    /// The first match of a CSS selector.
    func element(_ selector: String) async throws -> Element {
        try await send(.findElement(using: .css, selector))
    }
}
