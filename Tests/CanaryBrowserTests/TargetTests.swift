import CanaryBrowser
import CanaryModel
import Testing

@Suite("Targets in a real browser") struct TargetTests {
    /// A target and the ids of all elements that it matches, in order.
    static let table: [(SelectorStrategy, [String])] = [
        (.css("#texts p#plain"), ["plain"]),
        (.css("section > #plain"), ["plain"]),
        (.css("p[data-kind='odd \"quoted\"']"), [""]),
        (.xpath("//button[@id='upper']"), ["upper"]),
        (.id("with:colon"), ["with:colon"]),
        (.id("0digit"), ["0digit"]),
        (.text(TextPattern("plain TEXT")), ["plain"]),
        (.text(TextPattern("text with much space")), ["spaced"]),
        (.text(TextPattern("Text in several elements")), ["nested"]),
        (.text(TextPattern("LOG IN", isExact: true)), ["upper"]),
        (.text(TextPattern("Log in", isExact: true)), ["upper"]),
        (.text(TextPattern("log in", isExact: true)), []),
        (.text(TextPattern("Save", isExact: true)), ["exact"]),
        (.text(TextPattern("Text of a value")), ["as-value"]),
        (.text(TextPattern("Text in a script")), []),
        (.role("button", name: TextPattern("Send", isExact: true)), ["button"]),
        (.role("button", name: TextPattern("send")), ["button", "div-button"]),
        (.role("button", name: TextPattern("Close the panel")), ["labelled"]),
        (.role("button", name: TextPattern("Statistics")), ["image-button"]),
        (.role("button", name: TextPattern("Billing")), ["labelledby"]),
        (.role("heading", name: TextPattern("Monthly report")), ["heading"]),
        (.role("switch", name: TextPattern("Dark mode")), ["switch"]),
        (.role("link", name: TextPattern("Read more")), ["link"]),
        (.role("navigation", name: TextPattern("Side")), ["navigation"]),
        (.role("img", name: TextPattern("Our logo")), ["image"]),
        (.role("button", name: TextPattern("Send silently")), []),
        (.label(TextPattern("First name")), ["by-for"]),
        (.label(TextPattern("last name")), ["by-nesting"]),
        (.label(TextPattern("Street")), ["by-aria"]),
        (.label(TextPattern("City")), ["by-labelledby"]),
        (.label(TextPattern("Post code")), ["by-title"]),
        (.label(TextPattern("Country")), ["select"]),
        (.label(TextPattern("Close the panel")), ["labelled"]),
        (.label(TextPattern("Add a block")), ["drawn-button"]),
        (.label(TextPattern("By post")), ["radio"]),
        (.placeholder(TextPattern("search products")), ["by-placeholder"]),
        (.placeholder(TextPattern("Your message", isExact: true)), ["area"]),
        (.testID("total"), [""]),
        (.testID("with \"quotes\""), [""]),
        (.link(TextPattern("Terms of use", isExact: true)), ["terms"]),
        (.link(TextPattern("terms of use")), ["terms", "terms-old"]),
    ]

    @Test("each kind of target matches the elements it means, and no others")
    func matches() async throws {
        try await withPage("/cases/targets") { page, _ in
            for (strategy, ids) in Self.table {
                let target = Target.by(strategy)
                let count = try await page.locator(target).count(until: within(.seconds(10)))
                #expect(count == ids.count, "\(strategy)")
                for (index, id) in ids.enumerated() where count == ids.count {
                    let one = Target(Selector(strategy, nth: index, written: "\(strategy)"))
                    let found = try await page.locator(one).attribute("id", until: within(.seconds(10)))
                    #expect(found ?? "" == id, "\(strategy)")
                }
            }
        }
    }

    @Test("a placeholder is no label, though browsers name a field by it where it has none")
    func placeholders() async throws {
        let html = """
            <input placeholder=Name><label>Name <input id=in placeholder=Name></label><textarea placeholder=Name></textarea>
            <label for=by><img alt=Name width=9 height=9></label><input id=by placeholder=Name><label for=e></label><input id=e
            placeholder=Name><input id=aria aria-label=Name placeholder=Doe><input id=title title=Name placeholder=Doe>
            """
        try await withHTML(html) { page in
            let labelled = ["in", "by", "aria", "title"]
            for (index, id) in labelled.enumerated() {
                let strategy = SelectorStrategy.label(TextPattern("Name"))
                let one = Target(Selector(strategy, nth: index, written: "label=Name"))
                #expect(try await page.locator(one).attribute("id", until: within(.seconds(10))) == id)
            }
            let count = try await page.locator(.by(.label(TextPattern("Name")))).count(
                until: within(.seconds(10))
            )
            #expect(count == labelled.count)
        }
    }

    @Test("a role with many candidates is asked of the whole accessibility tree")
    func manyCandidates() async throws {
        try await withPage("/cases/targets") { page, _ in
            let count = try await page.locator(.by(.role("button", name: nil))).count(
                until: within(.seconds(10))
            )
            #expect(count >= 8)
        }
    }

    @Test(
        "where a word may break is no part of its text",
        arguments: [
            SelectorStrategy.text(TextPattern("Address book", isExact: true)),
            .link(TextPattern("address book")),
            .role("link", name: TextPattern("Address book", isExact: true)),
            .text(TextPattern("ad\u{AD}dress")),
        ]
    )
    func softHyphens(_ strategy: SelectorStrategy) async throws {
        try await withHTML("<a href=#x>Add&shy;ress <b>bo&#x200B;ok</b></a>") { page in
            try await page.locator(.by(strategy)).click(until: within(.seconds(5)))
            let text = Condition(.text(.css("a"), .equals("Address book")), position: .test)
            try await page.expect([text], until: within(.seconds(5)))
        }
    }

    static let slotting = """
        <x-card id=one><button id=a slot=foot>A</button></x-card><x-card id=two><button id=b slot=foot>B</button></x-card>
        <script>for (const card of document.querySelectorAll('x-card')) card.attachShadow({ mode: 'open' }).innerHTML =
        '<div class=head><button id=x>X</button></div><div class=foot><slot name=foot></slot><button id=z>Z</button></div>'</script>
        """

    @Test(
        "inside an element of a shadow tree is what is slotted into it too",
        arguments: [SelectorStrategy.css("button"), .xpath("//button"), .role("button", name: nil)]
    )
    func slotted(_ strategy: SelectorStrategy) async throws {
        try await withHTML(Self.slotting) { page in
            for (place, ids) in [
                (".foot", ["z", "a", "z", "b"]), ("#one .foot", ["z", "a"]), ("#one .head", ["x"]),
            ] {
                var found: [String?] = []
                for index in ids.indices {
                    let one = Selector(strategy, within: .css(place), nth: index, written: "button")
                    found.append(
                        try await page.locator(Target(one)).attribute("id", until: within(.seconds(2)))
                    )
                }
                #expect(found == ids)
                let all = Target(Selector(strategy, within: .css(place), written: "button"))
                let count = try await page.locator(all).count(until: within(.seconds(2)))
                #expect(count == ids.count)
            }
        }
    }

    @Test("of several alternatives the first that fits is taken, and told")
    func alternatives() async throws {
        try await withPage("/cases/targets") { page, _ in
            let target = Target(
                written: "[#no-such, #button]",
                alternatives: [
                    Selector(.css("#no-such"), written: "#no-such"),
                    Selector(.css("#button"), written: "#button"),
                ]
            )
            let report = try await page.locator(target).click(until: within(.seconds(10)))
            #expect(report.notes == ["matched by #button (alternative 2 of 2)"])
        }
    }

    @Test("an invalid selector ends the wait at once and is the flow's fault")
    func invalidSelector() async throws {
        try await withPage("/cases/targets") { page, _ in
            let start = ContinuousClock.now
            let error = try await browserError {
                try await page.locator(.css("##")).click(until: within(.seconds(5)))
            }
            #expect(error.code == .flow)
            #expect(start.duration(to: .now) < .seconds(4))
        }
    }
}
