import DemoSite
import TestSupport
import WebDriver

/// A browser that looks at a site, with just what these tests ask it.
struct Browser {
    let site: DemoSite
    let session: Session

    static func withBrowser(_ body: @Sendable (Browser) async throws -> Void) async throws {
        try await BrowserSlots.withSlot {
            try await DemoSite.withSite { site in
                var launch = Launch(driver: .installed(try await Installation.find()))
                launch.unhandledPromptBehavior = .all(.ignore)
                launch.loggingPreferences = ["browser": "ALL"]
                try await withSession(launch, deadline: .now + .seconds(60)) { live in
                    try await body(Browser(site: site, session: live.session))
                }
            }
        }
    }

    func send<Response>(_ command: Command<Response>) async throws -> Response {
        try await session.send(command, deadline: .now + .seconds(30))
    }

    func open(_ path: String) async throws {
        _ = try await send(.navigate(to: site.baseURL + path))
    }

    func element(_ selector: String) async throws -> Element {
        try await send(.findElement(using: .css, selector))
    }

    func click(_ selector: String) async throws {
        _ = try await send(.click(element(selector)))
    }

    func type(_ text: String, into selector: String) async throws {
        _ = try await send(.sendKeys(text, to: element(selector)))
    }

    func evaluate<Value: Decodable & Sendable>(_ expression: String) async throws -> Value {
        try await send(.executeSync("return \(expression)"))
    }

    /// Whether `condition` holds, now or within 10 s, also on the page that comes next.
    func comes(_ condition: String) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            if try await evaluate("Boolean(\(condition))") { return true }
        }
        return false
    }

    /// The text of the dialog that is open, or opens within 10 s.
    func dialog() async throws -> String? {
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            do {
                return try await send(.getAlertText)
            } catch let error as WebDriverError where error.code == .noSuchAlert && .now < deadline {
                continue
            }
        }
    }
}
