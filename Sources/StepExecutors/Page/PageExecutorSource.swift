import CanaryBrowser
import CanaryModel
import CanaryRunner
import WebDriver

/// Opens a driver and a browser for each attempt at a flow that needs a page.
actor PageExecutorSource {
    private let flow: Flow
    private let driver: DriverSearch
    private let configuration: BrowserConfiguration
    /// The version of canary, for what is written.
    private let version: String
    private let redactor: Redactor
    /// That of the attempt before.
    private var last: PageExecutor?

    init(
        _ flow: Flow,
        _ driver: DriverSearch,
        _ configuration: BrowserConfiguration,
        version: String,
        _ redactor: Redactor
    ) {
        (self.flow, self.driver, self.configuration) = (flow, driver, configuration)
        (self.version, self.redactor) = (version, redactor)
    }

    /// The page of the attempt that was begun last.
    var page: Page? {
        get async { await last?.page }
    }

    func open(keepingIn evidence: Evidence) async throws(OpeningError) -> any StepExecutor {
        do {
            return try await executor(keepingIn: evidence)
        } catch {
            throw OpeningError(starting: error, redactor: redactor)
        }
    }

    private func executor(keepingIn evidence: Evidence) async throws -> PageExecutor {
        let launch = Launch(try await driver.driver(), flow, configuration, redactor)
        let pages = PageSource(launch, flow, configuration.processorTimes)
        let (page, environment) = try await pages.firstPage()
        let executor = PageExecutor(
            page: page,
            pages: pages,
            environment: environment,
            flow: flow,
            evidence: evidence,
            version: version,
            earlierCrash: await last?.crash
        )
        last = executor
        return executor
    }
}
