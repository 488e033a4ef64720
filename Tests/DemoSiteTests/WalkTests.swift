import DemoSite
import Testing
import WebDriver

/// The application in a browser, driven by hand: what the bundled flows rely on.
@Suite("A walk through the application", .timeLimit(.minutes(13)))
struct WalkTests {
    @Test("the sign-in leads to a dashboard whose panels come from the API")
    func dashboard() async throws {
        try await Browser.withBrowser { browser in
            browser.site.behaviour = ["/api/*": [.delay(.milliseconds(300))]]
            try await Self.signIn(browser)
            let panel = "document.querySelector('#metrics-panel').checkVisibility()"
            #expect(try await browser.comes("!\(panel)"))
            #expect(try await browser.comes(panel))
            #expect(try await browser.comes("document.querySelectorAll('.activity li').length === 5"))

            try await browser.click("#show-details")
            #expect(try await browser.comes("details.open && details.matches(':modal')"))
            try await browser.click("#close-details")
            #expect(try await browser.comes("!details.open"))
        }
    }

    @Test(
        "the frames of the dashboard work, one of them from another origin",
        arguments: ["127.0.0.1", "localhost"]
    )
    func frames(_ host: String) async throws {
        try await Browser.withBrowser { browser in
            try await Self.signIn(browser, host: host)
            let clock = FrameReference.element(try await browser.element("#clock-frame"))
            _ = try await browser.send(.switchToFrame(clock))
            try await browser.click("#switch-zone")
            #expect(try await browser.comes("zone.textContent === 'Tokyo'"))
            _ = try await browser.send(.switchToFrame(.top))
            let partner = FrameReference.element(try await browser.element("#partner-frame"))
            _ = try await browser.send(.switchToFrame(partner))
            try await browser.click("#test-connection")
            let other = host == "localhost" ? "127.0.0.1" : "localhost"
            #expect(try await browser.comes("document.body.innerText.includes('Connected from \(other)')"))
        }
    }

    @Test("the settings ask by dialogs and change what is shown")
    func settings() async throws {
        try await Browser.withBrowser { browser in
            try await Self.signIn(browser)
            try await browser.open("/settings")
            try await browser.click("#rename")
            #expect(try await browser.dialog() == "New name of the workspace")
            _ = try await browser.send(.sendAlertText("Tokyo <1>"))
            _ = try await browser.send(.acceptAlert)
            #expect(
                try await browser.comes(
                    "document.querySelector('#workspace-name').textContent === 'Tokyo <1>'"
                )
            )
            try await browser.click("[data-key='Old laptop'] button")
            #expect(try await browser.dialog() == "Delete the key \"Old laptop\"?")
            _ = try await browser.send(.dismissAlert)
            #expect(try await browser.comes("document.querySelectorAll('#keys li').length === 3"))
            try await browser.click("[data-key='Old laptop'] button")
            #expect(try await browser.dialog() == "Delete the key \"Old laptop\"?")
            _ = try await browser.send(.acceptAlert)
            #expect(try await browser.comes("document.querySelectorAll('#keys li').length === 2"))
        }
    }

    @Test("the widget has its button two shadow roots deep, and asks the API")
    func shadow() async throws {
        try await Browser.withBrowser { browser in
            try await Self.signIn(browser)
            let root = "document.querySelector('site-widget').shadowRoot"
            let pressed: Bool = try await browser.evaluate(
                "\(root).querySelector('#refresh').click() ?? true"
            )
            #expect(pressed)
            #expect(try await browser.comes("\(root).querySelector('#checked').textContent === 'status: ok'"))
            #expect(
                try await browser.comes(
                    "document.querySelector('#status-link').assignedSlot.assignedSlot.getRootNode().host.localName"
                        + " === 'site-card'"
                )
            )
        }
    }

    @Test("help opens in a window of its own, and closes it")
    func help() async throws {
        try await Browser.withBrowser { browser in
            try await browser.open("/")
            let main = try await browser.send(.getWindowHandle)
            try await browser.click("#help-link")
            while try await browser.send(.getWindowHandles).count < 2 {}
            let help = try #require(try await browser.send(.getWindowHandles).first { $0 != main })
            _ = try await browser.send(.switchToWindow(help))
            #expect(try await browser.comes("document.title === 'Help · Example App'"))
            try await browser.click("#close-help")
            while try await browser.send(.getWindowHandles).count > 1 {}
        }
    }

    @Test(
        "no page logs an error of its own",
        arguments: ["/", "/login", "/dashboard", "/settings", "/upload"]
    )
    func console(_ path: String) async throws {
        try await Browser.withBrowser { browser in
            try await Self.signIn(browser)
            try await browser.open(path)
            let entries = try await browser.send(.getLog("browser"))
            #expect(entries.isEmpty)
        }
    }

    private static func signIn(_ browser: Browser, host: String = "127.0.0.1") async throws {
        _ = try await browser.send(.navigate(to: "http://\(host):\(browser.site.port)/login"))
        try await browser.type("canary-test@example.com", into: "#username")
        try await browser.type("correct horse", into: "#password")
        try await browser.click("#submit-login")
        #expect(
            try await browser.comes(
                "location.pathname === '/dashboard' && document.readyState === 'complete'"
            )
        )
    }
}
