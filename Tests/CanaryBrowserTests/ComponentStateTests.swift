import CanaryBrowser
import CanaryModel
import Testing

@Suite("States of components") struct ComponentStateTests {
    /// Components whose control inside is disabled for a while.
    private static let components = [
        "<x-b id=x><template shadowrootmode=open><button disabled><slot></slot></button></template>Create</x-b>",
        "<x-b><template shadowrootmode=open><button disabled><slot></slot></button></template><span id=x>Create</span></x-b>",
        "<x-b id=x><template shadowrootmode=open><div role=button aria-disabled=true><slot></slot></div></template>Create</x-b>",
        "<x-c id=x><template shadowrootmode=open><x-b><template shadowrootmode=open><button disabled>Create</button></template></x-b></template></x-c>",
        "<fieldset disabled id=f><button id=x>Create</button></fieldset>",
    ]

    @Test("a click waits while the control that takes it is disabled, and it is told", arguments: components)
    func disabled(_ component: String) async throws {
        let html = """
            <!doctype html>\(component)<p id=out>-</p><script>
            const inner = (root) => root.querySelector("button, [role=button], fieldset") ?? inner(root.querySelector("x-b, x-c").shadowRoot);
            const control = inner(document.querySelector("fieldset") ? document : document.querySelector("x-b, x-c").shadowRoot);
            x.onclick = () => { out.textContent = control.disabled || control.getAttribute("aria-disabled") ? "too early" : "created" };
            function enable() { control.disabled = false; control.removeAttribute("aria-disabled") }
            </script>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#x")).click(until: within(.milliseconds(400)))
            }
            #expect(error.diagnoses.first?.reason == .disabled)
            _ = try await page.run(Script(source: "setTimeout(enable, 300)"), until: within(.seconds(5)))
            try await page.locator(.css("#x")).click(until: within(.seconds(5)))
            try await page.expectText("#out", "created")
        }
    }

    @Test("a component is disabled where the control is by which it is drawn")
    func condition() async throws {
        try await withHTML("<!doctype html>" + Self.components[0]) { page in
            let disabled = Condition(.state(.disabled, .css("#x")), position: .test)
            try await page.expect([disabled], until: within(.seconds(5)))
        }
    }

    @Test("a card is clicked where a control beside the click in it is disabled")
    func card() async throws {
        let html = """
            <!doctype html><x-d id=x style='display: block; height: 200px'><template shadowrootmode=open><button disabled>Sold out</button></template></x-d>
            <p id=out>-</p><script>x.onclick = () => { out.textContent = "opened" }</script>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#x")).click(until: within(.seconds(5)))
            try await page.expectText("#out", "opened")
        }
    }

    /// Boxes that are neither checked nor unchecked.
    private static let mixedBoxes = [
        "<input type=checkbox id=t checked><script>t.indeterminate = true</script>",
        """
        <span id=t role=checkbox aria-checked=mixed tabindex=0>all</span>
        <script>t.onclick = () => t.setAttribute("aria-checked", t.getAttribute("aria-checked") !== "true")</script>
        """,
    ]

    @Test("a mixed box is neither checked nor unchecked, and can be made either", arguments: mixedBoxes)
    func mixed(_ box: String) async throws {
        for isChecked in [true, false] {
            try await withHTML("<!doctype html>" + box) { page in
                for state in [ElementState.checked, .unchecked] {
                    let error = try await browserError {
                        try await page.expect(
                            [Condition(.state(state, .css("#t")), position: .test)],
                            until: within(.milliseconds(100))
                        )
                    }
                    #expect(error.diagnoses.first?.reason == .mixed)
                }
                try await page.locator(.css("#t")).setChecked(isChecked, until: within(.seconds(5)))
                try await page.expect(
                    [Condition(.state(isChecked ? .checked : .unchecked, .css("#t")), position: .test)],
                    until: within(.seconds(5))
                )
            }
        }
    }

    @Test("a button that moves for ever is clicked where it is, with a note")
    func restless() async throws {
        let html = """
            <!doctype html><style>@keyframes sway { to { transform: translateX(60px) } }
            #t { width: 200px; height: 60px; animation: sway 2s infinite alternate linear }</style>
            <button id=t onclick='out.textContent = "clicked"'>Go</button><p id=out>-</p>
            """
        try await withHTML(html) { page in
            let report = try await page.locator(.css("#t")).click(until: within(.seconds(6)))
            #expect(report.notes.contains("it did not come to rest, and was pressed while it moved"))
            try await page.expectText("#out", "clicked")
        }
    }
}
