public import CanaryModel
import WebDriver

extension Page {
    /// Sets up what a flow asks of its browser and what cannot be said when it is started: permissions, extra headers,
    /// and the time zone where the browser is started elsewhere, without the variable that sets it.
    ///
    /// - Throws: ``BrowserError`` with code `unsupported` where the driver cannot do it.
    public func prepare(
        _ options: BrowserOptions,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
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
            try await send(
                Command<Nothing>.executeCDP("Network.setExtraHTTPHeaders", headers),
                until: deadline
            )
        }
    }

    /// Why nothing can be done on the page any more; `nil`: something can.
    public var endedBecause: String? { driver.ended?.message }
}
