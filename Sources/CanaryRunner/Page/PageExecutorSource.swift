import CanaryModel
import WebDriver

/// Opens a driver and a browser for each attempt at a flow that needs a page.
actor PageExecutorSource: ExecutorSource {
    private let flow: Flow
    private let driver: DriverSearch
    private let configuration: RunConfiguration
    private let redactor: Redactor
    /// That of the attempt before.
    private var last: PageExecutor?

    init(_ flow: Flow, _ driver: DriverSearch, _ configuration: RunConfiguration, _ redactor: Redactor) {
        (self.flow, self.driver) = (flow, driver)
        (self.configuration, self.redactor) = (configuration, redactor)
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
            version: configuration.version,
            earlierCrash: await last?.crash
        )
        last = executor
        return executor
    }
}
