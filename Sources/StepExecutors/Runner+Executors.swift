public import CanaryRunner

extension Runner {
    /// Makes a runner whose steps are done by a browser.
    ///
    /// Nothing is started, nor is a driver looked for before a flow needs one.
    public init(_ configuration: RunConfiguration, _ browser: BrowserConfiguration) {
        let driver = DriverSearch(browser)
        self.init(configuration) {
            PageExecutorSource($0, driver, browser, version: configuration.version, $1)
        }
    }
}
