import DemoSite
import Testing
import WebDriver

@Suite("Effects in the page", .timeLimit(.minutes(13)))
struct PageEffectTests {
    /// An effect on the sign-in page, what holds when the page has been read, and what comes to hold.
    private struct Row {
        let effect: DemoSite.Effect
        let first: String
        let then: String
    }

    private static let button = "document.querySelector('#submit-login')"
    private static let hit = "document.elementFromPoint(640, 360)"
    private static let rows = [
        Row(effect: .hide("#submit-login"), first: "\(button)", then: "!\(button).offsetParent"),
        Row(
            effect: .rename("password", to: "pass"),
            first: "!window.password",
            then: "pass.labels.length === 1"
        ),
        Row(effect: .cover, first: "true", then: "\(hit).closest('#cookie-wall')"),
        Row(
            effect: .spinner(for: .milliseconds(300)),
            first: "document.querySelector('#spinner')",
            then: "!document.querySelector('#spinner') && performance.now() > 300"
        ),
        Row(
            effect: .late("#submit-login", by: .milliseconds(300)),
            first: "!\(button)",
            then: "\(button) && performance.now() > 300"
        ),
        Row(
            effect: .moving("#submit-login", for: .seconds(1)),
            first: "\(button).getAnimations().length === 1",
            then: "\(button).getAnimations().length === 0"
        ),
        Row(
            effect: .changeText("#submit-login", to: "Go <on>", after: .milliseconds(50)),
            first: "\(button).textContent === 'Sign in'",
            then: "\(button).textContent === 'Go <on>'"
        ),
        Row(
            effect: .stealFocus(to: "#username", after: .milliseconds(50)),
            first: "document.activeElement !== username",
            then: "document.activeElement === username"
        ),
        Row(
            effect: .holdValue("#username"),
            first: "username.value = 'lost'",
            then: "username.value === ''"
        ),
        Row(
            effect: .disableUntilInput("#submit-login"),
            first: "\(button).disabled",
            then: "\(button).disabled"
        ),
        Row(effect: .scriptError("boom"), first: "errors.length === 0", then: "errors[0].includes('boom')"),
        Row(effect: .freeze(for: .milliseconds(400)), first: "longest < 400", then: "longest >= 400"),
    ]

    /// Runs in each page before everything else: notes errors, the longest time without a timer, and
    /// whether the first condition held as soon as the page was read.
    private static func recorder(_ first: String) -> String {
        """
        window.errors = [];
        addEventListener("error", (event) => errors.push(event.message));
        window.longest = 0;
        let last = performance.now();
        setInterval(() => {
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        }, 10);
        document.addEventListener("DOMContentLoaded", () => {
          queueMicrotask(() => { window.atFirst = Boolean(\(first)); });
        });
        """
    }

    @Test("each effect is seen when it should be, and not before")
    func effects() async throws {
        struct Script: Encodable { let source: String }
        struct Added: Decodable { let identifier: String }
        try await Browser.withBrowser { browser in
            for row in Self.rows {
                let script = Script(source: Self.recorder(row.first))
                let add = Command<Added>.executeCDP("Page.addScriptToEvaluateOnNewDocument", script)
                let identifier = try await browser.send(add).identifier
                browser.site.behaviour = ["/login": [row.effect]]
                try await browser.open("/login")
                let wasFirst: Bool = try await browser.evaluate("window.atFirst")
                #expect(wasFirst, "\(row.effect)")
                #expect(try await browser.comes(row.then), "\(row.effect)")
                let remove = ["identifier": identifier]
                _ = try await browser.send(
                    Command<Nothing>.executeCDP("Page.removeScriptToEvaluateOnNewDocument", remove)
                )
            }
        }
    }

    @Test("what the keyboard enters counts, where a script's change does not")
    func input() async throws {
        try await Browser.withBrowser { browser in
            browser.site.behaviour = [
                "/login": [.holdValue("#username"), .disableUntilInput("#submit-login")]
            ]
            try await browser.open("/login")
            let script = "username.dispatchEvent(new Event('input', { bubbles: true })) && username.value"
            let unchanged: String = try await browser.evaluate(script)
            #expect(unchanged.isEmpty)
            #expect(try await browser.comes("document.querySelector('#submit-login').disabled"))
            try await browser.type("a@b.example", into: "#username")
            #expect(try await browser.comes("!document.querySelector('#submit-login').disabled"))
            #expect(try await browser.comes("username.value === 'a@b.example'"))
        }
    }

    @Test("an alert opens by itself; a window closes by itself")
    func dialogAndWindow() async throws {
        try await Browser.withBrowser { browser in
            browser.site.behaviour = ["/": [.alert("It's \"<over>\"")]]
            try await browser.open("/")
            #expect(try await browser.dialog() == "It's \"<over>\"")
            _ = try await browser.send(.acceptAlert)

            browser.site.behaviour = ["/cases/windows": [.closeWindow]]
            try await browser.open("/")
            _ = try await browser.send(
                Command<Nothing>.executeSync("window.open('/cases/windows'); return null")
            )
            while try await browser.send(.getWindowHandles).count > 1 {}
            #expect(browser.site.requests.last?.path == "/cases/windows")
        }
    }
}
