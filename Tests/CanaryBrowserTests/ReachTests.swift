import CanaryBrowser
import CanaryModel
import Testing

@Suite("What people can reach") struct ReachTests {
    @Test("what takes the pointer is acted on though it is transparent")
    func transparent() async throws {
        let html = """
            <!doctype html><style>.lay { position: relative } .lay > * { position: absolute; inset: 0; opacity: 0; margin: 0 }</style>
            <div class=lay style='width: 90px; height: 30px'><span>drawn</span><input type=checkbox id=box></div>
            <div class=lay style='width: 90px; height: 90px'><a id=link href='javascript:void(out.textContent = "followed")'>over the card</a></div>
            <div class=lay style='width: 90px; height: 30px'><input type=file id=file></div>
            <input id=field style='opacity: 0'><p id=out>-</p>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#box")).setChecked(true, until: within(.seconds(5)))
            try await page.locator(.css("#link")).click(until: within(.seconds(5)))
            try await page.locator(.css("#field")).fill("value", until: within(.seconds(5)))
            try await page.expectText("#out", "followed")
            let checked = Condition(.state(.checked, .css("#box")), position: .test)
            try await page.expect([checked], until: within(.seconds(5)))
        }
    }

    /// Fields and lists that lie where nobody can reach them.
    private static let remote = [
        "<input id=t style='position: absolute; left: -9999px'>",
        "<textarea id=t style='position: absolute; top: -9999px'></textarea>",
        "<div style='height: 0; overflow: hidden'><input id=t></div>",
        "<input id=t style='clip-path: inset(100%)'>",
        "<dialog id=d style='left: -4000px; right: auto; margin: 0'><input id=t></dialog><script>d.showModal()</script>",
    ]

    @Test("a field that nobody can reach is not written in", arguments: remote)
    func outOfReach(_ html: String) async throws {
        try await withHTML("<!doctype html><label for=t>Email</label>" + html) { page in
            let field = page.locator(.css("#t"))
            let acts: [@Sendable (ContinuousClock.Instant) async throws -> ActionReport] = [
                { try await field.fill("a", until: $0) }, { try await field.type("a", until: $0) },
            ]
            for act in acts {
                let error = try await browserError { try await act(within(.milliseconds(300))) }
                #expect(error.diagnoses.first?.reason == .hidden)
                #expect(error.diagnoses.first?.hiddenBy != nil)
                #expect(error.diagnoses.first?.appearedAfter == nil)
            }
            let value = try await page.run(Script(source: "return t.value"), until: within(.seconds(5)))
            #expect(value == .string(""))
        }
    }

    @Test("nothing is chosen from a list that nobody can reach; one that a drawn list stands for is set")
    func lists() async throws {
        let list = "<option>Euro<option>US dollar</select>"
        let choice = OptionChoice.label("US dollar")
        try await withHTML("<!doctype html><select id=t style='position: absolute; left: -4000px'>" + list) {
            page in
            let error = try await browserError {
                try await page.locator(.css("#t")).select(choice, until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
        }
        let drawn = """
            <!doctype html><div><select id=t style='position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0)'>\(list)
            <button role=combobox>Euro</button></div>
            """
        try await withHTML(drawn) { page in
            try await page.locator(.css("#t")).select(choice, until: within(.seconds(5)))
            try await page.expect(
                [Condition(.value(.css("#t"), .equals("US dollar")), position: .test)],
                until: within(.seconds(5))
            )
        }
    }

    /// Where editors for source code and terminals take their keys.
    private static let editors = [
        "<div style='overflow: hidden; position: relative; width: 3px; height: 0'><textarea id=t style='position: absolute; bottom: -1em; padding: 0; width: 1000px; height: 1em; outline: none' spellcheck=false autocapitalize=off></textarea></div>",
        "<textarea id=t spellcheck=false autocapitalize=off style='position: absolute; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; resize: none; z-index: -10'></textarea>",
        "<textarea id=t spellcheck=false style='position: absolute; left: -9999em; opacity: 0; width: 20px; height: 20px'></textarea>",
    ]

    @Test("an editor takes its keys where its own field is out of sight", arguments: editors)
    func editor(_ field: String) async throws {
        let html = """
            <!doctype html><div style='position: relative; width: 400px; height: 100px; overflow: hidden; border: 1px solid'>\(field)<pre id=out></pre></div>
            <script>t.oninput = () => { out.textContent += t.value; t.value = "" }</script>
            """
        try await withHTML(html) { page in
            let report = try await page.locator(.css("#t")).type("ls -l", until: within(.seconds(5)))
            #expect(report.notes == [])
            try await page.expectText("#out", "ls -l")
        }
    }
}
