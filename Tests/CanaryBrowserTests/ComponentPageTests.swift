import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Pages as component libraries make them") struct ComponentPageTests {
    static let wait = Duration.milliseconds(600)

    /// An icon of a font, as `::before` and as text.
    static let icons = """
        <style>.plus::before { content: '\\f067' }</style>
        <button onclick='out.textContent = 1'><i class=plus></i> Add folder</button>
        <label>&#xe8b6; Find <input id=find></label><p id=out>0</p><p id=title>&#xf07b; All files</p>
        """

    @Test("an icon of a font is no part of a name or text")
    func icon() async throws {
        try await withHTML(Self.icons) { page in
            let button = Target.by(.role("button", name: TextPattern("Add folder", isExact: true)))
            try await page.locator(button).click(until: within(.seconds(5)))
            let field = Target.by(.label(TextPattern("Find", isExact: true)))
            try await page.locator(field).fill("x", until: within(.seconds(5)))
            try await page.expectText("#out", "1")
            try await page.expectText("#title", "All files")
            let title = Target.by(.text(TextPattern("All files", isExact: true)))
            try await page.locator(title).click(until: within(.seconds(5)))
        }
    }

    static let password = """
        <label for=p>Password</label><input id=p type=password><button aria-label='Show password'>o</button>
        <label><input type=checkbox id=c> Remember password</label>
        <select id=s aria-label='Password policy'><option>None<option>Long</select>
        """

    @Test("of what has a label, an action means what it can be done to")
    func suiting() async throws {
        try await withHTML(Self.password) { page in
            let labelled = Target.by(.label(TextPattern("Password")))
            let locator = page.locator(labelled)
            try await locator.fill("secret", until: within(.seconds(5)))
            try await locator.type("s", until: within(.seconds(5)))
            try await locator.setChecked(true, until: within(.seconds(5)))
            try await locator.select(.label("Long"), until: within(.seconds(5)))
            #expect(try await page.locator(.css("#p")).value(until: within(.seconds(5))) == "secrets")
            #expect(try await page.locator(.css("#s")).value(until: within(.seconds(5))) == "Long")
            let checked = Condition(.state(.checked, labelled), position: .test)
            try await page.expect([checked], until: within(.seconds(5)))
            let error = try await browserError { try await locator.click(until: within(Self.wait)) }
            #expect(error.diagnoses.first?.reason == .ambiguous)
        }
    }

    @Test("a label means its field, not the button that is named after it, wherever a field is asked")
    func labelled() async throws {
        let html = """
            <label for=p>Password</label><input id=p value=x autofocus title=t><button aria-label='Show password'>o</button>
            <button aria-label='Hide it' id=h>o</button>
            """
        try await withHTML(html) { page in
            let target = Target.by(.label(TextPattern("Password")))
            let locator = page.locator(target)
            try await locator.press(try KeyChord(written: "End"), until: within(.seconds(5)))
            let kinds: [Condition.Kind] = [
                .state(.focused, target), .state(.enabled, target), .state(.visible, target),
                .value(target, .equals("x")), .attribute(target, name: "title", .equals("t")),
                .text(target, .equals("x")),
            ]
            let conditions = kinds.map { Condition($0, position: .test) }
            try await page.expect(conditions, until: within(.seconds(5)))
            let value = try await locator.value(until: within(.seconds(5)))
            #expect(value == "x")
            let error = try await browserError { try await locator.click(until: within(Self.wait)) }
            #expect(error.diagnoses.first?.reason == .ambiguous)
            try await page.locator(.by(.label(TextPattern("Hide it")))).click(until: within(.seconds(5)))
        }
    }

    static let hiding = [
        "position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; margin: -1px",
        "position: absolute; width: 0; height: 0; opacity: 0", "display: none",
    ]

    @Test(
        "a click on a box that is hidden behind a drawn one goes to its label",
        arguments: hiding,
        ["radio", "checkbox"]
    )
    func drawnBox(_ hiding: String, _ type: String) async throws {
        let html = """
            <style>span, span input { \(hiding) } i { width: 20px; height: 20px; display: inline-block }</style>
            <div style='height: 60px; overflow: auto'><p style='height: 80px'>Above</p>
            <label><span><input type=\(type)></span><i></i> Small</label><br>
            <label><span><input type=\(type) id=t></span><i></i> Large</label></div>
            """
        try await withHTML(html) { page in
            let box = Target.by(.role(type, name: TextPattern("Large")))
            try await page.locator(box).click(until: within(.seconds(5)))
            let checked = Condition(.state(.checked, .css("#t")), position: .test)
            try await page.expect([checked], until: within(.seconds(5)))
        }
    }

    @Test("what is wider and higher than the window it is seen through is clicked where it is seen")
    func clipped() async throws {
        let html = """
            <p style='height: 300px' id=above>Above</p>
            <div style='height: 100px; width: 200px; overflow: hidden; position: relative'>
            <div id=t style='width: 9000px; height: 9000px' onclick='out.textContent = 1'>print(1)</div></div><p id=out>0</p>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).click(until: within(.seconds(5)))
            try await page.expectText("#out", "1")
        }
    }

    static let dialogs = [
        (
            "<div class=dialog style='STYLE'><div><p>Really?</p></div></div>",
            #"<p>Really?</p> in <div class="dialog">"#
        ),
        (
            "<div><div role=dialog aria-labelledby=h style='STYLE'><h2 id=h>Delete it</h2><p>Really?</p></div></div>",
            #"<p>Really?</p> in <div role="dialog">Delete it"#
        ),
    ]

    @Test("what covers an element is told with the dialog that it is in", arguments: dialogs)
    func dialog(_ dialog: String, _ cover: String) async throws {
        let style =
            "<style>h2 { margin: 0; height: 0; overflow: hidden } p { margin: 0; height: 400px }</style>"
        let html = dialog.replacing("STYLE", with: "position: fixed; inset: 0; background: white")
        try await withHTML(style + "<main><button>Save</button></main>" + html) { page in
            let error = try await browserError {
                try await page.locator(.css("button")).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.coveredBy == cover)
        }
    }

    static let behind: [(String, Diagnosis.Reason)] = [
        ("<main aria-hidden=true><button>Save</button></main><div id=d>Really?</div>", .covered),
        ("<main inert><button>Save</button></main><div id=d>Really?</div>", .covered),
        ("<button>Save</button><dialog id=m>Really?</dialog><script>m.showModal()</script>", .covered),
        ("<main aria-hidden=true><button>Save</button></main>", .hidden),
        ("<main inert><button>Save</button></main>", .hidden),
    ]

    @Test("what is kept from the accessibility tree behind a dialog is not told as absent", arguments: behind)
    func untold(_ html: String, _ reason: Diagnosis.Reason) async throws {
        let style = "<style>#d { position: fixed; inset: 0; background: white }</style>"
        try await withHTML(style + html) { page in
            let button = Target.by(.role("button", name: TextPattern("Save")))
            let error = try await browserError {
                try await page.locator(button).click(until: within(Self.wait))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == reason)
            #expect(diagnosis.visibleMatches == 1)
            #expect(reason == .hidden || diagnosis.coveredBy?.contains("Really?") == true)
            #expect(diagnosis.suggestions.isEmpty)
        }
    }

    @Test("a number beyond the matches is told as absent, not as hidden")
    func beyond() async throws {
        try await withHTML("<p>one<p>two") { page in
            let third = Target(Selector(.css("p"), nth: 2, written: "p (nth 2)"))
            let error = try await browserError {
                let text = Condition(.text(third, .contains("three")), position: .test)
                try await page.expect([text], until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .absent)
        }
    }

    @Test("nothing is told of a page that was never looked at")
    func unseen() {
        let isThere = Condition(.state(.visible, .css("button")), position: .test)
        let watches = ConditionGroup.split([isThere], frame: []).map { ConditionWatch($0) }
        #expect(watches.count == 1)
        #expect(watches.flatMap(\.missed).isEmpty)
    }

    @Test("a text is looked for as often where it must be exact, though much holds it as a part")
    func manyTexts() async throws {
        let html = """
            <p><b>Next</b></p><div id=m></div><script>
            const row = "<section><p>Something long enough</p></section>";
            m.innerHTML = ("<div>" + row.repeat(10) + "<p>The next one</p>").repeat(40);
            </script>
            """
        try await withHTML(html) { page in
            var looks = [0, 1]
            for _ in 1...3 where looks[0] * 2 <= looks[1] {  // a busy machine may hold up one of the two
                looks = []
                for isExact in [true, false] {
                    let next = Target.by(.text(TextPattern("Next", isExact: isExact)))
                    let never = Condition(.count(next, .equalsNumber(99)), position: .test)
                    let error = try await browserError {
                        try await page.expect([never], until: within(.seconds(2)))
                    }
                    looks.append(error.diagnoses.first?.looks ?? 0)
                }
            }
            #expect(looks[0] * 2 > looks[1], "\(looks)")
        }
    }
}
