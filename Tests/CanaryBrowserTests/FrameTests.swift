import CanaryBrowser
import CanaryModel
import Testing
import WebDriver

@Suite("Frames, shadow roots, windows and dialogs in a real browser") struct FrameTests {
    /// Frame paths, and what pressing the button in the innermost changes.
    static let paths: [[String]] = [
        ["#same"], ["#other"], ["#nested", "iframe"], ["#nested-other", "iframe"], ["#srcdoc"], ["#late"],
        ["#reloading"], [],
    ]

    @Test("a button in each frame is pressed, whatever its origin and depth", arguments: paths)
    func frames(_ path: [String]) async throws {
        try await withPage("/cases/frames") { page, _ in
            let frame = path.map { Target.css($0) }
            try await page.locator(.css("#press"), frame: frame).click(until: within(.seconds(5)))
            try await page.expect(
                [Condition(.count(.by(.text(TextPattern("pressed"))), .atLeast(1)), position: .test)],
                frame: frame,
                until: within(.seconds(10))
            )
            try await page.expectText("h1", "Frames")
        }
    }

    @Test("a frame that is not there is told as such, with the frames before it")
    func noFrame() async throws {
        try await withPage("/cases/frames") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#press"), frame: [.css("#same"), .css("#nowhere")])
                    .click(until: within(.milliseconds(500)))
            }
            #expect(error.diagnoses.first?.reason == .noFrame)
            #expect(error.diagnoses.first?.frame == ["#same"])
        }
    }

    @Test("what lies over a frame is seen by a click in it")
    func coveredFrame() async throws {
        try await withPage("/cases/frames") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#press"), frame: [.css("#covered-frame")])
                    .click(until: within(.seconds(2)))
            }
            #expect(error.code == .selector)
            #expect(error.diagnoses.first?.reason == .covered)
        }
    }

    @Test(
        "elements in open shadow roots are found and clicked",
        arguments: [
            (Target.css("#open-button"), "open-button"), (.css("#inner-button"), "inner-button"),
            (.css("outer-box #inner-button"), "inner-button"), (.css("#slotted"), "slotted"),
            (.by(.text(TextPattern("Inner button"))), "inner-button"), (.css("#late-button"), "late-button"),
            (.by(.role("button", name: TextPattern("Open button"))), "open-button"),
            (.by(.testID("shadow-button")), "open-button"), (.css("#light"), "light"),
        ]
    )
    func shadow(_ target: Target, _ last: String) async throws {
        try await withPage("/cases/shadow") { page, _ in
            try await page.locator(target).click(until: within(.seconds(10)))
            try await page.expectText("#last", last)
        }
    }

    @Test("a field in a shadow root is filled by its label")
    func shadowField() async throws {
        try await withPage("/cases/shadow") { page, _ in
            let field = page.locator(.by(.label(TextPattern("Shadow field"))))
            try await field.fill("value", until: within(.seconds(10)))
            #expect(try await field.value(until: within(.seconds(10))) == "value")
        }
    }

    @Test(
        "new windows are gone to, also those that open late, and closed again",
        arguments: ["#blank", "#popup", "#late-popup"]
    )
    func windows(_ opener: String) async throws {
        try await withPage("/cases/windows") { page, _ in
            try await page.locator(.css(opener)).click(until: within(.seconds(10)))
            try await page.goTo(.new, until: within(.seconds(10)))
            #expect(try await page.place(until: within(.seconds(10))).title.hasPrefix("Windows: "))
            #expect(try await page.text("#name") != "main")
            try await page.goTo(.close, until: within(.seconds(10)))
            try await page.expectText("#name", "main")
        }
    }

    @Test("a window that closes itself is told as gone, not as a selector")
    func closedWindow() async throws {
        try await withPage("/cases/windows") { page, _ in
            try await page.locator(.css("#popup")).click(until: within(.seconds(10)))
            try await page.goTo(.new, until: within(.seconds(10)))
            let error = try await browserError {
                try await page.locator(.css("#close")).click(until: within(.seconds(3)))
                try await page.expectText("#name", "main")
            }
            #expect(error.code == .window)
            try await page.goTo(.main, until: within(.seconds(10)))
            try await page.expectText("#name", "main")
        }
    }

    @Test(
        "a window that was closed while the page was in a frame of it is told as gone by the next page to open"
    )
    func closedAroundFrame() async throws {
        try await withPage("/cases/frames") { page, _ in
            let open = Script(source: "window.open(location.href); return 1")
            _ = try await page.run(open, until: within(.seconds(10)))
            try await page.goTo(.new, until: within(.seconds(10)))
            let close = Script(source: "setTimeout(() => top.close(), 50); return 1")
            do {
                _ = try await page.run(close, frame: [.css("#same")], until: within(.seconds(10)))
            } catch let error as BrowserError {
                #expect(error.code == .window, "it may close before the script has answered: \(error)")
            }
            let end = within(.seconds(20))
            while try await page.live.session.send(.getWindowHandles, deadline: end).count > 1 {
                try await Task.sleep(for: .milliseconds(20))
            }
            let error = try await browserError {
                try await page.open("about:blank", until: within(.seconds(3)))
            }
            #expect(error.code == .window, "\(error)")
        }
    }

    @Test("dialogs are answered, their message is checked, and prompts take text")
    func dialogs() async throws {
        try await withPage("/cases/dialogs") { page, _ in
            let table: [(String, DialogAnswer, String)] = [
                ("#alert", DialogAnswer(accepts: true, message: .contains("Saved")), "alert closed"),
                ("#confirm", DialogAnswer(accepts: true), "true"),
                ("#confirm", DialogAnswer(accepts: false), "false"),
                ("#prompt", DialogAnswer(accepts: true, value: "Ada"), "Ada"),
                ("#later", DialogAnswer(accepts: true), "later closed"),
            ]
            for (button, answer, text) in table {
                do {
                    try await page.locator(.css(button)).click(until: within(.seconds(10)))
                } catch let error as BrowserError where error.code == .dialog {
                    // The dialog is open: the runner knows whether the next step answers it.
                }
                try await page.answerDialog(answer, until: within(.seconds(10)))
                try await page.expectText("#answer", text)
            }
        }
    }

    @Test("a dialog that nobody expects is told with what it says")
    func unexpected() async throws {
        try await withPage("/cases/dialogs") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#confirm")).click(until: within(.seconds(3)))
                try await page.expectText("#answer", "true")
            }
            #expect(error.code == .dialog)
            #expect(error.message.contains("Delete it?"))
            #expect(try await page.dismissDialog(until: within(.seconds(10))) == "Delete it?")
            try await page.expectText("#answer", "false")
        }
    }

    @Test("a dialog with another message fails the step, and is closed")
    func otherMessage() async throws {
        try await withPage("/cases/dialogs") { page, _ in
            _ = try? await page.locator(.css("#alert")).click(until: within(.seconds(10)))
            let answer = DialogAnswer(accepts: true, message: .equals("Deleted."))
            let error = try await browserError {
                try await page.answerDialog(answer, until: within(.seconds(1)))
            }
            #expect(error.code == .dialog)
            try await page.expectText("#answer", "alert closed")
        }
    }
}
