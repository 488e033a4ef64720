import CanaryBrowser
import CanaryModel
import WebDriver

extension Launch {
    /// What a flow needs to be started.
    init(_ driver: Driver, _ flow: Flow, _ configuration: BrowserConfiguration, _ redactor: Redactor) {
        self.init(driver: driver)
        let browser = flow.browser
        isHeaded = configuration.isHeaded
        (viewportWidth, viewportHeight) = (browser.viewport.width, browser.viewport.height)
        arguments = browser.args + (browser.userAgent.map { ["--user-agent=\($0)"] } ?? [])
        if let locale = browser.locale { arguments += ["--lang=\(locale)", "--accept-lang=\(locale)"] }
        if let timezone = browser.timezone { environment["TZ"] = timezone }
        withheldVariables = Set(flow.secrets.keys)
        acceptsInsecureCertificates = browser.insecure
        if flow.evidence.console || flow.failurePolicy.needsConsole { loggingPreferences["browser"] = "ALL" }
        if flow.evidence.har || flow.failurePolicy.needsNetwork { loggingPreferences["performance"] = "ALL" }
        if let observer = configuration.observer {
            let name = flow.name
            self.observer = { observer(name, $0.masked(by: redactor.redact)) }
        }
    }
}
