public import CanaryModel
import WebDriver

extension Page {
    /// Sets up what a flow asks of its browser and what cannot be said when it is started: permissions, extra headers,
    /// and the time zone where the browser is started elsewhere, without the variable that sets it.
    ///
    /// - Throws: ``BrowserError`` with code `unsupported` where the driver cannot do it.
    public func prepare(_ options: BrowserOptions, until deadline: ContinuousClock.Instant) async throws {
        if live.isRemote, let timezone = options.timezone {
            let zone = ["timezoneId": timezone]
            try await send(
                Command<Nothing>.executeCDP("Emulation.setTimezoneOverride", zone),
                until: deadline
            )
        }
        try await grant(options, until: deadline)
        if options.headers.isEmpty { return }
        try await send(Command<Nothing>.executeCDP("Network.enable"), until: deadline)
        let headers = ["headers": options.headers]
        try await send(Command<Nothing>.executeCDP("Network.setExtraHTTPHeaders", headers), until: deadline)
    }

    /// Goes to a window that is left, the main one if it is, where the page's own is gone: so that cleanup can run.
    ///
    /// - Throws: ``BrowserError`` with code `window` where none is left.
    public func switchToRemainingWindow(until deadline: ContinuousClock.Instant) async throws {
        let left = try await send(.getWindowHandles, until: deadline)
        guard let window = context.windows.first(where: left.contains) ?? left.first else {
            throw BrowserError(.window, "no window is left")
        }
        try await send(.switchToWindow(window), until: deadline)
        if context.windows.isEmpty { context.windows = [window] }
        enteredWindow()
    }

    /// Why nothing can be done on the page any more; `nil`: something can.
    public var endedBecause: String? { driver.ended?.message }
}
