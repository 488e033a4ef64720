/// The versions of a driver and a browser that are to work together.
struct VersionPair {
    /// The driver's: `156.0.8078.79`.
    let driver: String?
    /// The browser's.
    let browser: String?

    static let advice =
        "Install both from the same source: a driver takes browsers of its own major version and the next"

    /// Checks that they go together: the browser has the driver's major version or the next.
    ///
    /// One that is not known is not held against the other.
    ///
    /// Source: [Version selection](https://developer.chrome.com/docs/chromedriver/downloads/version-selection).
    ///
    /// - Throws: ``InstallationError`` with both versions.
    func check() throws(InstallationError) {
        guard let driver, let browser, let own = Self.major(driver), let other = Self.major(browser) else {
            return
        }
        if other == own || other == own + 1 { return }
        throw InstallationError(
            code: .versionMismatch,
            message: "the driver's version is \(driver), the browser's \(browser)",
            advice: Self.advice
        )
    }

    static func major(_ version: String) -> Int? { Int(version.prefix { $0 != "." }) }
}
