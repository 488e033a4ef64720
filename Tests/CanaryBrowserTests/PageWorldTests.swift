import CanaryModel
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("Scripts of our own in the page's own world, where a driver has no DevTools")
struct PageWorldTests {
    /// A page that gives names which scripts use to something of its own.
    private static let taken = """
        <title>Trails</title><h1>Trails</h1><label>Name <input id=n></label><p id=gone hidden>gone</p><b>1</b><b>2</b>
        <button onclick="o.textContent = 'Hello ' + n.value">Greet</button><p id=o>-</p>
        <script>
        for (const name of ["Map", "Set", "WeakMap", "String", "Number", "Boolean", "CSS", "RegExp", "Promise", "URL",
            "XPathResult", "NodeFilter", "DOMMatrix", "getComputedStyle", "parseFloat", "isNaN"])
            window[name] = function (zoom) { this.zoom = zoom; };
        </script>
        """
    /// A page that changes what arrays and elements do.
    private static let changed = """
        <title>T</title><p>text</p><script>
        for (const name of ["map", "filter", "find", "some", "every", "push", "join"])
            Array.prototype[name] = function () { throw new TypeError("broken by the page"); };
        </script>
        """

    private func withPageWorld(_ html: String, _ body: @Sendable (Page) async throws -> Void) async throws {
        try await withHTML("<p>empty</p>") { page in
            await page.loseDevTools()
            try await page.open(try dataURL(html), until: within(.seconds(10)))
            try await body(page)
        }
    }

    @Test("names that a page has taken are taken from a fresh frame: conditions hold, actions are done")
    func takenNames() async throws {
        try await withPageWorld(Self.taken) { page in
            let deadline = within(.seconds(20))
            try await page.locator(.by(.label(TextPattern("Name")))).fill("Ann", until: deadline)
            try await page.locator(.by(.role("button", name: TextPattern("Greet")))).click(until: deadline)
            try await page.expectText("#o", "Hello Ann")
            try await page.expect(
                [
                    Condition(.state(.hidden, .css("#gone")), position: .test),
                    Condition(.count(.css("b"), .equalsNumber(2)), position: .test),
                    Condition(
                        .state(.visible, .by(.role("heading", name: TextPattern("Trails")))),
                        position: .test
                    ),
                ],
                until: deadline
            )
            let frames = Script(source: "return document.querySelectorAll('iframe').length")
            #expect(try await page.run(frames, until: deadline) == .number(0))
        }
    }

    @Test("a page whose arrays do what they should not is not judged by them")
    func wrongArrays() async throws {
        let wrong = "<h1>T</h1><script>Array.prototype.some = Array.prototype.every = () => true</script>"
        try await withHTML("<p>empty</p>") { page in
            await page.loseDevTools()
            let error = try await browserError {
                try await page.open(try dataURL(wrong), until: within(.seconds(5)))
                let condition = Condition(.state(.visible, .css("#never")), position: .test)
                try await page.expect([condition], until: within(.seconds(5)))
            }
            #expect(error.code.outcome == .error, "\(error)")
        }
    }

    @Test(
        "a page that changes what arrays do cannot be judged, and the reason says that the driver is the cause"
    )
    func changedPrototypes() async throws {
        try await withHTML("<p>empty</p>") { page in
            await page.loseDevTools()
            let error = try await browserError {
                try await page.open(try dataURL(Self.changed), until: within(.seconds(5)))
                try await page.locator(.css("p")).click(until: within(.seconds(5)))
            }
            #expect(error.code.outcome == .error, "\(error)")
            #expect(error.message.contains("the page has replaced what JavaScript provides"))
            #expect(error.help?.contains("DevTools") == true)
        }
    }

    @Test("what a driver cannot do by the protocol is done without; the protocol is there all the same")
    func unsupportedOperation() async throws {
        try await withHTML("<p>text") { page in
            for (code, isThere) in [
                (WebDriverError.Code.unsupportedOperation, true), (.unknownCommand, false),
            ] {
                let error = WebDriverError(code: code, command: "POST /goog/cdp/execute", message: "no")
                let done = try await page.byDevTools(failingBy: error)
                #expect(done == nil)
                #expect(await page.hasDevTools == isThere)
            }
        }
    }
}

extension Page {
    /// From here on the page is driven as by a driver that does not know the DevTools protocol.
    fileprivate func loseDevTools() {
        devTools = DevToolsState()
        devTools.isAvailable = false
    }

    fileprivate func byDevTools(failingBy error: WebDriverError) async throws -> Bool? {
        try await byDevTools { () async throws -> Bool in throw error }
    }
}
