public import CanaryRunner

extension Runner {
    /// Makes a runner whose steps are done by a browser and a client for requests.
    ///
    /// Nothing is started, nor is a driver looked for before a flow needs one.
    public init(_ configuration: RunConfiguration, _ browser: BrowserConfiguration) {
        let driver = DriverSearch(browser)
        self.init(configuration) {
            let version = configuration.version
            return FlowExecutorSource(
                flow: $0,
                version: version,
                pages: PageExecutorSource($0, driver, browser, version: version, $1)
            )
        }
    }
}
