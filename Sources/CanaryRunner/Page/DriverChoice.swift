import CanaryModel
import WebDriver

/// The driver that all flows of a run use, found once; or why there is none.
enum DriverChoice: Sendable {
    case found(Launch.Driver)
    case missing(Failure)

    /// Finds driver and browser, where the configuration does not name a driver that runs somewhere.
    init(_ configuration: RunConfiguration) async {
        if let driver = configuration.driver, driver.contains("://") {
            self = .found(.remote(driver))
            return
        }
        do {
            let installation = try await Installation.find(
                driver: configuration.driver,
                browser: configuration.browser,
                isHeaded: configuration.isHeaded
            )
            self = .found(.installed(installation))
        } catch {
            self = .missing(Failure(starting: error, redactor: Redactor(secrets: [])))
        }
    }
}
