import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Forms in a real browser") struct FormTests {
    /// A field and what it is filled with.
    static let values: [(String, String)] = [
        ("#text", "new text"), ("#email", "a@example.com"), ("#password", "hunter22"), ("#search", "x y"),
        ("#tel", "+43 1 234"), ("#url", "https://example.com/"), ("#number", "42.5"), ("#date", "2026-11-20"),
        ("#time", "12:34"), ("#datetime", "2026-11-20T12:34"), ("#month", "2026-11"), ("#week", "2026-W47"),
        ("#range", "7"), ("#color", "#ff0000"), ("#textarea", "two\nlines"), ("#text", ""),
        ("#controlled", "changed"), ("#needed", "grüße 🐤"),
    ]

    @Test("fill replaces the value of every kind of field, and it stays")
    func fill() async throws {
        try await withPage("/cases/forms") { page, _ in
            for (selector, value) in Self.values {
                let field = page.locator(.css(selector))
                let report = try await field.fill(value, until: within(.seconds(10)))
                #expect(try await field.value(until: within(.seconds(10))) == value, "\(selector)")
                #expect(report.attempts == 1, "\(selector)")
            }
            try await page.locator(.css("#rich")).fill("plain", until: within(.seconds(10)))
            #expect(try await page.text("#rich") == "plain")
        }
    }

    @Test("a field with an input mask may show the value in its own form, and that is noted")
    func masked() async throws {
        try await withPage("/cases/forms") { page, _ in
            let report = try await page.locator(.css("#masked")).fill("12345678", until: within(.seconds(10)))
            #expect(report.notes == ["the page made \"1234 5678\" of the value"])
        }
    }

    /// What a field makes of a value, and whether that is the value still.
    static let remade: [(String, String, String, Bool)] = [
        ("type=number", "12,5", "125", false),
        ("type=number", "1,234.5", "1234.5", true),
        ("oninput='value = value.replace(/[.]/g, ``)'", "12.5", "125", false),
        ("oninput='value = value.replace(/-/g, ``)'", "-5", "5", false),
        ("oninput='value = `$` + value.replace(/[$]/g, ``)'", "12.50", "$12.50", true),
        ("oninput='value = value.replace(`1234`, `1,234`)'", "1234.50", "1,234.50", true),
    ]

    @Test("of a number, its decimals and sign must stay, whatever form it is shown in", arguments: remade)
    func decimals(_ attributes: String, _ value: String, _ kept: String, _ isSame: Bool) async throws {
        try await withHTML("<input id=t \(attributes)>") { page in
            let field = page.locator(.css("#t"))
            if isSame {
                let report = try await field.fill(value, until: within(.seconds(5)))
                #expect(report.notes == ["the page made \"\(kept)\" of the value"])
            } else {
                let error = try await browserError { try await field.fill(value, until: within(.seconds(1))) }
                #expect(error.code == .value)
            }
        }
    }

    @Test("an editor that takes nothing is not told to have a longest value")
    func emptyEditor() async throws {
        try await withHTML("<div id=t contenteditable onbeforeinput='event.preventDefault()'></div>") {
            page in
            let error = try await browserError {
                try await page.locator(.css("#t")).fill("a", until: within(.seconds(1)))
            }
            #expect(error.message == "#t did not keep the value that was filled in")
        }
    }

    @Test("a field that does not keep its value fails with what it kept")
    func notKept() async throws {
        try await withPage("/cases/forms") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#short")).fill("123456789", until: within(.seconds(1)))
            }
            #expect(error.code == .value)
            #expect(error.diagnoses.first?.actual == "only 5 of its 9 characters")
            #expect(error.message.hasSuffix("it takes at most 5 characters (maxlength), and the value has 9"))
        }
    }

    @Test(
        "a value that the page takes back by a timer, as soon as its handlers are done, was not kept",
        arguments: [
            ("<input", "abc"), ("<textarea", "abc"), ("<input type=date", "2026-01-02"), ("<input", "framed"),
        ]
    )
    func takenBack(_ tag: String, _ value: String) async throws {
        let html = "\(tag) id=t oninput='setTimeout(() => this.value = &quot;&quot;)'></textarea>"
        let framed =
            "<iframe srcdoc='\(html.replacing("&", with: "&amp;").replacing("'", with: "&#39;"))'></iframe>"
        try await withHTML(value == "framed" ? framed : html) { page in
            let field = page.locator(.css("#t"), frame: value == "framed" ? [.css("iframe")] : [])
            for _ in 0..<2 {
                let error = try await browserError { try await field.fill(value, until: within(.seconds(1))) }
                #expect(error.code == .value)
            }
        }
    }

    @Test(
        "a field that takes a value only after a while is tried until the step's time is over, ever more slowly"
    )
    func late() async throws {
        let html = """
            <input id=t value=old><script>
            let tries = 0; const isOpen = () => performance.now() > 2500;
            t.oninput = () => { tries++; if (!isOpen()) t.value = "old"; document.title = tries }
            </script>
            """
        try await withHTML(html) { page in
            let report = try await page.locator(.css("#t")).fill("new", until: within(.seconds(20)))
            #expect(report.attempts > 6)
            #expect(report.attempts < 60)
            #expect(try await page.locator(.css("#t")).value(until: within(.seconds(10))) == "new")
        }
    }

    @Test("a field that stays as it is suggests a click; one that cuts its value does not")
    func suggestedClick() async throws {
        let html = "<input id=t value=old oninput='value = `old`'><input id=s value=ab maxlength=2>"
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).fill("new", until: within(.seconds(1)))
            }
            #expect(error.code == .value)
            #expect(error.help?.contains("add { click: … } before it") == true)
            let start = ContinuousClock.now
            let cut = try await browserError {
                try await page.locator(.css("#s")).fill("cde", until: within(.seconds(20)))
            }
            #expect(cut.help == nil)
            #expect(start.duration(to: .now) < .seconds(10), "no further try can help")
        }
    }

    @Test(
        "a value that the browser writes in its own way is kept",
        arguments: [
            ("type=datetime-local", "2026-03-29 02:30", "2026-03-29T02:30"),
            ("type=color", "#f00", "#ff0000"),
            ("type=color", "rebeccapurple", "#663399"), ("type=range", "5.3", "5"),
            ("type=email multiple", "a@b.c, d@e.f", "a@b.c,d@e.f"),
            ("type=email", " a@b.c ", "a@b.c"), ("type=time", "10:30:00", "10:30:00"),
        ]
    )
    func normalised(_ attributes: String, _ value: String, _ kept: String) async throws {
        try await withHTML("<input id=t \(attributes)>") { page in
            try await page.locator(.css("#t")).fill(value, until: within(.seconds(3)))
            #expect(try await page.locator(.css("#t")).value(until: within(.seconds(10))) == kept)
        }
    }

    @Test(
        "a value that the browser refuses, or that a script of the page makes another, is not kept",
        arguments: [
            ("type=date", "2026-3-9"), ("type=datetime-local", "soon"), ("type=color", "reddish"),
            ("type=range max=100", "150"), ("type=range", "many"), ("type=number", "many"),
            ("type=color oninput='value = `#00ff00`'", "#f00"),
            ("type=datetime-local onchange='value = `2026-03-29T03:30`'", "2026-03-29 02:30"),
        ]
    )
    func refused(_ attributes: String, _ value: String) async throws {
        try await withHTML("<input id=t \(attributes)>") { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).fill(value, until: within(.seconds(1)))
            }
            #expect(error.code == .value)
        }
    }

    @Test(
        "a field that leads on once it is complete is filled",
        arguments: ["location.href = `/next`", "document.body.innerHTML = `<h1>Next</h1>`"]
    )
    func leading(_ script: String) async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let field = "<input id=t oninput='if (value.length === 6) { \(script) }'>"
                let body = request.hasPrefix("GET /next") ? "<h1>Next</h1>" : field
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                connection.write(head + "\(body.utf8.count)\r\n\r\n\(body)")
            }
        } _: { server in
            try await withPage { page, _ in
                try await page.open(server.baseURL + "/", until: within(.seconds(10)))
                try await page.locator(.css("#t")).fill("123456", until: within(.seconds(3)))
                try await page.expectText("h1", "Next")
            }
        }
    }

    @Test("a button that waits for real input is enabled by fill")
    func trusted() async throws {
        try await withPage("/cases/forms") { page, _ in
            try await page.locator(.css("#needed")).fill("x", until: within(.seconds(10)))
            try await page.locator(.css("#needs-input")).click(until: within(.seconds(10)))
        }
    }

    @Test(
        "the field for which a form is not sent is noted",
        arguments: [
            ("<input id=t required>", #"<input id="t"> (valueMissing)"#),
            ("<input id=t type=email value=a>", #"<input id="t" type="email"> (typeMismatch)"#),
            ("<input id=t required value=a>", nil), ("<input id=t required form=>", nil),
        ]
    )
    func invalid(_ field: String, _ told: String?) async throws {
        try await withHTML(
            "<form method=dialog>\(field)<input required value=x><button>Send</button></form>"
        ) {
            page in
            let report = try await page.locator(.css("button")).click(until: within(.seconds(5)))
            #expect(report.notes == (told.map { ["a field is invalid: \($0)"] } ?? []))
        }
    }

    @Test("typing goes on after what the field holds")
    func typing() async throws {
        try await withPage("/cases/forms") { page, _ in
            let field = page.locator(.css("#text"))
            try await field.type(" and more", until: within(.seconds(10)))
            #expect(try await field.value(until: within(.seconds(10))) == "old text and more")
        }
    }

    @Test("boxes, radio buttons and switches are set, and left alone where they are so already")
    func checking() async throws {
        try await withPage("/cases/forms") { page, _ in
            let deadline = within(.seconds(10))
            let steps: [(Target, Bool)] = [
                (.css("#checkbox"), true), (.css("#checked"), true), (.css("#checked"), false),
                (.css("input[value=l]"), true), (.css("#switch"), true),
                (.by(.label(TextPattern("Small"))), true),
            ]
            for (target, isChecked) in steps {
                try await page.locator(target).setChecked(isChecked, until: deadline)
                let state: ElementState = isChecked ? .checked : .unchecked
                try await page.expect([Condition(.state(state, target), position: .test)], until: deadline)
            }
            let error = try await browserError {
                try await page.locator(.css("#text")).setChecked(true, until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .unsuitable)
        }
    }

    @Test("options are chosen by label or value; one that is missing or disabled is told")
    func options() async throws {
        try await withPage("/cases/forms") { page, _ in
            let list = page.locator(.css("#select"))
            try await list.select(.label("Japan (Tokyo)"), until: within(.seconds(10)))
            #expect(try await list.value(until: within(.seconds(10))) == "jp")
            try await list.select(.value("fr"), until: within(.seconds(10)))
            #expect(try await list.value(until: within(.seconds(10))) == "fr")
            let events = try await page.text("#events")
            #expect(events.contains("change select fr"))
            let refused: [(OptionChoice, Diagnosis.Reason)] = [
                (.label("Atlantis"), .noOption), (.value("xx"), .disabled),
            ]
            for (choice, reason) in refused {
                let error = try await browserError {
                    try await list.select(choice, until: within(.milliseconds(300)))
                }
                #expect(error.diagnoses.first?.reason == reason)
                #expect(reason != .disabled || error.diagnoses.first?.actual?.isEmpty == false)
            }
        }
    }

    @Test(
        "that the page sets a list back is noted",
        arguments: [
            ("value = 'a'", ["the page has set the list back to \"One\""]),
            ("outerHTML = outerHTML.replace(' selected', '').replace('=b', '=b selected')", []), ("", []),
        ]
    )
    func setBack(_ handler: String, _ notes: [String]) async throws {
        let html =
            "<select id=t onchange=\"\(handler)\"><option value=a selected>One<option value=b>Two</select>"
        try await withHTML(html) { page in
            let report = try await page.locator(.css("#t")).select(.label("Two"), until: within(.seconds(5)))
            #expect(report.notes == notes)
        }
    }

    static let charsets = (1...30).map { "<option>\(String(repeating: "x", count: $0))</option>" }.joined()
    static let absentOptions: [(String, OptionChoice, String)] = [
        ("<option>One<option>Two<option value=''>", .label("Tow"), "its options were One, Two"),
        ("<option value=a>One<option value=b>Two", .value("c"), "its options were a, b"),
        (
            charsets + "<option>utf8 bin<option>utf8 general", .label("utf8 bim"),
            "its options were utf8 bin, utf8 general, x, xx, xxx and 27 more"
        ),
    ]

    @Test(
        "of many options those are told that are most like the one that is not there",
        arguments: absentOptions
    )
    func absentOption(_ options: String, _ choice: OptionChoice, _ told: String) async throws {
        try await withHTML("<label>Kind <select>\(options)</select></label>") { page in
            let error = try await browserError {
                let list = page.locator(.by(.label(TextPattern("Kind"))))
                try await list.select(choice, until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.sentence.hasSuffix("\(told).") == true)
        }
    }

    @Test("files are put into visible and hidden inputs, and arrive")
    func upload() async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/grüße 1.csv"
            try Data("a,b".utf8).write(to: URL(filePath: file))
            try await withPage("/cases/forms") { page, site in
                try await page.locator(.css("#file")).upload([file], until: within(.seconds(10)))
                try await page.locator(.css("#hidden-file")).upload([file], until: within(.seconds(10)))
                try await page.locator(.css("#submit")).click(until: within(.seconds(10)))
                let sent = site.requests.last { $0.method == "POST" }
                #expect(sent?.parts.filter { $0.fileName == "grüße 1.csv" }.count == 2)
            }
        }
    }

    @Test("keys and chords reach the element that has the focus")
    func keys() async throws {
        try await withPage("/cases/keyboard") { page, _ in
            let control = try #require(Key(named: "Control"))
            let chord = KeyChord(
                modifiers: [control],
                key: try #require(Key(named: "k")),
                written: "Control+K"
            )
            try await page.press(chord, until: within(.seconds(10)))
            try await page.expectText("#shortcut", "palette")
            let enter = KeyChord(key: try #require(Key(named: "Enter")), written: "Enter")
            try await page.locator(.css("#enter")).press(enter, until: within(.seconds(10)))
            try await page.expectText("#sent", "sent")
        }
    }
}
