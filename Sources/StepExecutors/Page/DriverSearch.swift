import WebDriver

/// The driver and browser that all flows of a run use: looked for once, when the first page is opened.
actor DriverSearch {
    private let configuration: BrowserConfiguration
    private var search: Task<Launch.Driver, any Error>?

    init(_ configuration: BrowserConfiguration) { self.configuration = configuration }

    /// The driver; one that the configuration names by its URL runs somewhere.
    ///
    /// - Throws: ``InstallationError`` where there is none.
    func driver() async throws -> Launch.Driver {
        let search = search ?? Task { [configuration] in try await Self.find(configuration) }
        self.search = search
        return try await search.value
    }

    private static func find(_ configuration: BrowserConfiguration) async throws -> Launch.Driver {
        if let driver = configuration.driver, driver.contains("://") { return .remote(driver) }
        return .installed(
            try await .find(
                driver: configuration.driver,
                browser: configuration.browser,
                isHeaded: configuration.isHeaded
            )
        )
    }
}
