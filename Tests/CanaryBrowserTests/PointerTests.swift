import CanaryBrowser
import CanaryModel
import Testing

@Suite("The pointer in a real browser") struct PointerTests {
    @Test("a double click is one, a right click opens the page's own menu")
    func clicks() async throws {
        try await withPage("/cases/mouse") { page, _ in
            try await page.locator(.css("#pad")).doubleClick(until: within(.seconds(10)))
            #expect(try await page.text("#events").contains("dblclick button 0"))
            try await page.locator(.css("#context")).rightClick(until: within(.seconds(10)))
            try await page.expectText("#context-opened", "yes")
        }
    }

    @Test("hovering opens a menu that can then be clicked")
    func hover() async throws {
        try await withPage("/cases/mouse") { page, _ in
            try await page.locator(.css("#hover")).hover(until: within(.seconds(10)))
            try await page.locator(.css("#menu-item")).click(until: within(.seconds(10)))
            try await page.expectText("#menu-item", "Chosen")
        }
    }

    @Test("a card is dragged and dropped, by the drag-and-drop of HTML5 and by pointer events")
    func drag() async throws {
        try await withPage("/cases/mouse") { page, _ in
            try await page.locator(.css("#card")).drag(to: .css("#drop"), until: within(.seconds(5)))
            try await page.expectText("#drop", "Got card")
            try await page.locator(.css("#ball")).drag(to: .css("#goal"), until: within(.seconds(5)))
            try await page.expectText("#reached", "reached")
        }
    }

    @Test("a click goes to the middle, by a trusted event")
    func middle() async throws {
        try await withPage("/cases/mouse") { page, _ in
            try await page.locator(.css("#pad")).click(until: within(.seconds(10)))
            let events = try await page.text("#events")
            #expect(events.contains("trusted"))
            #expect(!events.contains("made up"))
        }
    }

    @Test("scrolling brings an element into view")
    func scroll() async throws {
        try await withPage("/cases/actionability") { page, _ in
            try await page.locator(.css("#far-down")).scrollIntoView(until: within(.seconds(10)))
            let script = Script(
                source: "return document.querySelector('#far-down').getBoundingClientRect().top < innerHeight"
            )
            #expect(try await page.run(script, until: within(.seconds(10))) == .bool(true))
        }
    }

    @Test("what is dragged is taken from where it lies once the place to drop it on was scrolled to")
    func scrolledDrag() async throws {
        let html = """
            <style>body { margin: 0; height: 3000px } div { position: absolute; width: 100px; height: 60px }</style>
            <div id=from style="top: 500px">card</div><div id=to style="top: 1000px">shelf</div><p id=o>-</p><script>
            let taken = null;
            addEventListener("pointerdown", ({ target }) => { taken = target.id });
            addEventListener("pointerup", ({ target }) => { o.textContent = `${taken} on ${target.id}` });
            </script>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#from")).drag(to: .css("#to"), until: within(.seconds(5)))
            try await page.expectText("#o", "from on to")
        }
    }

    @Test("what is dragged to a place too far away to be seen with it is not dragged at all")
    func farDrag() async throws {
        let html = """
            <style>body { margin: 0; height: 5000px } div { position: absolute; width: 100px; height: 60px }</style>
            <div id=from style="top: 100px">card</div><div id=to style="top: 3000px">shelf</div><p id=o>-</p><script>
            addEventListener("pointerdown", () => { o.textContent = "pressed" });
            </script>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#from")).drag(to: .css("#to"), until: within(.seconds(2)))
            }
            #expect(error.diagnoses.first?.reason == .offscreen, "\(error)")
            try await page.expectText("#o", "-")
        }
    }

    @Test("of a text that others end with the whole one is clicked; where another begins with it neither is")
    func wholeText() async throws {
        let html = "<button onclick='o.textContent = `done`'>Save draft</button><p id=o>not Save draft</p>"
        try await withHTML(html) { page in
            try await page.locator(.by(.text(TextPattern("Save draft")))).click(until: within(.seconds(5)))
            try await page.expectText("#o", "done")
        }
        try await withHTML("<button>Save draft</button><p>Save drafts often</p>") { page in
            let error = try await browserError {
                try await page.locator(.by(.text(TextPattern("Save draft")))).click(
                    until: within(.seconds(1))
                )
            }
            #expect(error.diagnoses.first?.reason == .ambiguous)
            #expect(error.diagnoses.first?.matches == 2)
        }
    }

    @Test("an element that appears late is acted on within a few frames of its appearance")
    func latency() async throws {
        try await withPage("/cases/late?appear=300") { page, _ in
            let start = ContinuousClock.now
            try await page.locator(.css("#appeared")).click(until: within(.seconds(10)))
            try await page.expectText("#clicked", "appeared")
            #expect(start.duration(to: .now) < .seconds(2.5))
        }
    }

    @Test("an element that is replaced again and again is clicked, or a note says that no click came")
    func churn() async throws {
        try await withPage("/cases/late?churn=60") { page, _ in
            let report = try await page.locator(.css(".replaced")).click(until: within(.seconds(5)))
            // On a busy machine it may be replaced between press and release.
            if report.notes.contains(where: { $0.contains("no click came to it") }) {
                return try await page.expectText("#clicks", "0")
            }
            try await page.expect(
                [Condition(.text(.css("#clicked"), .startsWith("version")), position: .test)],
                until: within(.seconds(10))
            )
        }
    }

    @Test(
        "an element that is replaced by one with another text as it is pressed gets no click, and a note says so"
    )
    func replacedAsPressed() async throws {
        try await withHTML(Self.counted("pointerdown")) { page in
            let report = try await page.locator(.css(".counter")).click(until: within(.seconds(5)))
            #expect(report.notes.contains { $0.contains("no click came to it") && $0.contains("2 items") })
            try await page.expectText("#o", "-")
        }
    }

    @Test("what takes an element's place before it is pressed is clicked in its stead, without a note")
    func replacedBeforePress() async throws {
        try await withHTML(Self.counted("pointermove")) { page in
            let report = try await page.locator(.css(".counter")).click(until: within(.seconds(5)))
            #expect(report.notes == [])
            try await page.expectText("#o", "2 items")
        }
    }

    /// A page whose button is replaced once, by one with another text, as an event comes.
    private static func counted(_ event: String) -> String {
        """
        <p id=place><button class=counter>1 item</button></p><p id=o>-</p><script>
        addEventListener("\(event)", () => { place.innerHTML = "<button class=counter>2 items</button>" }, { once: true });
        addEventListener("click", ({ target }) => { if (target.localName === "button") o.textContent = target.textContent });
        </script>
        """
    }

    @Test("what was seen when is part of the diagnosis")
    func seen() async throws {
        try await withPage("/cases/late?appear=200&vanish=500") { page, _ in
            let error = try await browserError {
                try await page.expect(
                    [Condition(.text(.css("#appeared"), .equals("other")), name: "Button", position: .test)],
                    until: within(.milliseconds(900))
                )
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == .mismatch && diagnosis.goneAfter != nil)
            #expect(diagnosis.name == "Button")
            #expect(diagnosis.firstSeen != nil && diagnosis.lastSeen != nil)
            #expect(diagnosis.looks > 5)
            #expect(diagnosis.waited >= 850)
        }
    }

    @Test("near selectors are suggested, each of which matches one visible element")
    func suggestions() async throws {
        try await withPage("/dashboard") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#usernme")).fill("x", until: within(.milliseconds(200)))
            }
            let suggestions = try #require(error.diagnoses.first?.suggestions)
            #expect(suggestions.contains("#username"))
            for suggestion in suggestions where !suggestion.contains("=") {
                let visible = Condition(.state(.visible, .css(suggestion)), position: .test)
                try await page.expect([visible], until: within(.seconds(10)))
                let count = try await page.locator(.css(suggestion)).count(until: within(.seconds(10)))
                #expect(count == 1)
            }
        }
    }

    @Test(
        "what is suggested is near to the values of attributes, not to their names",
        arguments: [
            ("[title='Delete record']", [#"[title="Delete Record"]"#]),
            ("a[href='/admin/boks/']", [#"[href="/admin/books/"]"#]),
        ]
    )
    func suggestionsByAttribute(_ selector: String, _ expected: [String]) async throws {
        let html = """
            <h1>Title</h1><p id=href>z</p><button title='Delete Record'>x</button><a href='/admin/books/'>y</a>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css(selector)).click(until: within(.milliseconds(200)))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    @Test("near selectors are suggested beside forms whose fields are named as properties are")
    func suggestionsBesideForms() async throws {
        let html = """
            <form><input type=hidden name=id value=1><input type=hidden name=classList><button title='Delete Record'>x</button></form>
            <p title=Record>y</p>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("[title='Delete record']")).click(
                    until: within(.milliseconds(200))
                )
            }
            #expect(error.diagnoses.first?.suggestions.first == #"[title="Delete Record"]"#)
        }
    }

    @Test(
        "of several matches each is told by a selector that matches it alone",
        arguments: [
            (
                SelectorStrategy.text(TextPattern("report")),
                [##"{ text: "report", within: "#files" }"##, ".tab", "testid=status"]
            ),
            (.role("button", name: TextPattern("restart")), [#"text="Restart""#, #"[name="no"]"#]),
            (.css("li"), [##"{ css: "li", within: "#files" }"##, #"text="two""#]),
        ]
    )
    func narrowed(_ strategy: SelectorStrategy, _ expected: [String]) async throws {
        let html = """
            <ul id=files><li><span>report</span></li></ul><div class=tab>report</div><p data-testid=status class=tab2>report</p>
            <button name=no aria-label='Cancel restart'>Cancel</button><button>Restart</button><ul><li>two</li></ul>
            """
        try await withHTML(html) { page in
            let target = Target.by(strategy)
            let error = try await browserError {
                try await page.locator(target).click(until: within(.milliseconds(400)))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
            let focused = Condition(.state(.focused, target), position: .test)
            let missed = try await browserError {
                try await page.expect([focused], until: within(.milliseconds(400)))
            }
            #expect(missed.diagnoses.first?.suggestions == expected)
        }
    }
}
