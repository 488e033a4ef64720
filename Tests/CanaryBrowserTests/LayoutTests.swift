import CanaryBrowser
import CanaryModel
import Testing

@Suite("What the layout of component libraries asks of an action") struct LayoutTests {
    private static func noting(_ html: String) -> String {
        "<!doctype html><p id=out>none</p>\(html)<script>function note(text) { out.textContent = text }</script>"
    }

    /// As react-window and react-virtualized do it: rows take no pointer while they scroll.
    static let resting = """
        <div id=list style='height: 200px; overflow: auto'><div id=rows></div></div>
        <script>
        rows.innerHTML = [...Array(50).keys()].map((i) =>
            `<div style='height: 30px' onclick='note(textContent)'>Row ${i}</div>`).join("");
        let rest;
        list.onscroll = () => {
            rows.style.pointerEvents = "none";
            clearTimeout(rest);
            rest = setTimeout(() => rows.style.pointerEvents = "", 150);
        };
        </script>
        """
    static let snapping = """
        <style>#out { position: absolute; top: 400px } section { height: 290px; scroll-snap-align: start }</style>
        <div style='height: 300px; overflow: auto; scroll-snap-type: y mandatory'>
        <section></section><section></section>
        <section><div style='height: 220px'></div><button onclick='note(textContent)'>Late</button></section>
        <section></section><section id=last></section></div><script>last.scrollIntoView()</script>
        """
    static let frozenColumn = """
        <div style='width: 300px; overflow: auto'><div style='width: 900px; display: flex'>
        <div style='position: sticky; left: 0; flex: 0 0 150px; background: #eee; height: 40px'>Frozen</div>
        <button onclick='note(textContent)' style='width: 60px'>Cell</button></div></div>
        <script>document.querySelector("div").scrollLeft = 70</script>
        """

    @Test(
        "what must be scrolled for is clicked where a person would find it",
        arguments: [
            (resting, "Row 9"), (snapping, "Late"), (frozenColumn, "Cell"),
        ]
    )
    func scrolledFor(_ html: String, _ text: String) async throws {
        try await withHTML(Self.noting(html)) { page in
            let target = Target.by(.text(TextPattern(text, isExact: true)))
            try await page.locator(target).click(until: within(.seconds(3)))
            try await page.expectText("#out", text)
        }
    }

    @Test("a text that leaves the pointer to its button is clicked for the button")
    func textOfButton() async throws {
        let html = """
            <style>button * { pointer-events: none }</style><button onclick='note(1)'><span>Save</span></button>
            """
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.css("span")).click(until: within(.seconds(2)))
            try await page.expectText("#out", "1")
        }
    }

    @Test("an option that the browser would drop down is not meant where a drawn one has its text")
    func drawnOption() async throws {
        let html = """
            <select style='position: absolute; width: 1px; height: 1px'><option>Graz</select>
            <ul><li role=option onclick='note(textContent)'>Graz</ul>
            """
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.by(.text(TextPattern("Graz")))).click(until: within(.seconds(2)))
            try await page.expectText("#out", "Graz")
        }
    }

    @Test("a button is found by its label as a field is, and not by what is in it")
    func labelledButton() async throws {
        let html = """
            <label for=day>Day</label><button id=day onclick='note(1)'>12 May</button><button>Days</button>
            """
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.by(.label(TextPattern("Day")))).click(until: within(.seconds(2)))
            try await page.expectText("#out", "1")
        }
    }

    /// A field that is left as soon as it has the focus, as often as `times` says: as where a list gives the focus back
    /// that it had while it was open.
    private static func left(_ times: Int) -> String {
        noting(
            """
            <input id=a onkeydown='note("a " + event.key)'><input id=b onkeydown='note("b " + event.key)'>
            <script>let times = \(times); b.onfocus = () => times-- > 0 && queueMicrotask(() => a.focus())</script>
            """
        )
    }

    /// What sends a `k`.
    private static let keys: [@Sendable (Locator, ContinuousClock.Instant) async throws -> ActionReport] = [
        { try await $0.press(try KeyChord(written: "k"), until: $1) }, { try await $0.type("k", until: $1) },
    ]

    @Test("keys are sent again to their target where something else has taken the focus", arguments: keys)
    func focusTakenOnce(
        _ send: @Sendable (Locator, ContinuousClock.Instant) async throws -> ActionReport
    ) async throws {
        try await withHTML(Self.left(2)) { page in
            _ = try await send(page.locator(.css("#b")), within(.seconds(2)))
            try await page.expectText("#out", "b k")
            #expect(try await page.locator(.css("#b")).value(until: within(.seconds(2))) == "k")
        }
    }

    @Test("keys go to nothing else than their target", arguments: keys)
    func focusTakenAlways(
        _ send: @Sendable (Locator, ContinuousClock.Instant) async throws -> ActionReport
    ) async throws {
        try await withHTML(Self.left(999)) { page in
            let error = try await browserError {
                try await send(page.locator(.css("#b")), within(.milliseconds(500)))
            }
            #expect(error.diagnoses.first?.reason == .unfocused)
            #expect(error.diagnoses.first?.actual == "<input id=\"a\">")
            try await page.expectText("#out", "none")
            #expect(try await page.locator(.css("#a")).value(until: within(.seconds(2))) == "")
        }
    }

    @Test("a value goes to nothing else than its field", arguments: [false, true])
    func filledElsewhere(_ isFramed: Bool) async throws {
        let html = Self.left(3)
        let framed =
            "<iframe srcdoc='\(html.replacing("&", with: "&amp;").replacing("'", with: "&#39;"))'></iframe>"
        try await withHTML(isFramed ? framed : html) { page in
            let frame = isFramed ? [Target.css("iframe")] : []
            try await page.locator(.css("#b"), frame: frame).fill("new", until: within(.seconds(5)))
            for (field, value) in [("#a", ""), ("#b", "new")] {
                let held = try await page.locator(.css(field), frame: frame).value(until: within(.seconds(5)))
                #expect(held == value)
            }
        }
    }

    @Test("what is a part of an editor takes its keys and its value there")
    func partOfEditor() async throws {
        try await withHTML("<div contenteditable><p id=a>one</p><p id=b>two</p></div>") { page in
            try await page.locator(.css("#b")).fill("three", until: within(.seconds(5)))
            try await page.expectText("#b", "three")
            try await page.locator(.css("#a")).type("!", until: within(.seconds(5)))
            try await page.expect(
                [Condition(.text(.css("div"), .contains("!")), position: .test)],
                until: within(.seconds(5))
            )
        }
    }

    @Test("keys go on in the fields that the page goes on to")
    func nextField() async throws {
        let html = """
            <input id=a maxlength=1 oninput='b.focus()'><input id=b maxlength=1 oninput='c.focus()'><input id=c>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#a")).type("ü23", until: within(.seconds(2)))
            #expect(try await page.locator(.css("#b")).value(until: within(.seconds(2))) == "2")
            #expect(try await page.locator(.css("#c")).value(until: within(.seconds(2))) == "3")
        }
    }

    @Test(
        "a role or label that cannot be seen is told as hidden, not as absent",
        arguments: [
            SelectorStrategy.role("button", name: TextPattern("Save", isExact: true)),
            .label(TextPattern("notes")),
        ]
    )
    func hiddenByName(_ strategy: SelectorStrategy) async throws {
        let html = """
            <details><summary>More</summary><label>Notes: <input></label></details>
            <div style='display: none'><button>Save</button><button>Save as</button></div>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.by(strategy)).click(until: within(.milliseconds(400)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
            #expect(error.diagnoses.first?.matches == 1)
            let unmet = try await browserError {
                let condition = Condition(.state(.visible, .by(strategy)), position: .test)
                try await page.expect([condition], until: within(.milliseconds(400)))
            }
            #expect(unmet.diagnoses.first?.reason == .hidden)
        }
    }
}
