import CanaryBrowser
import CanaryModel
import Testing

@Suite("Pages that other drivers are tried with") struct TriedPageTests {
    static let wait = Duration.milliseconds(600)

    static let twoBoxes = "<a href=# onclick='note(this)'><span></span><span>Click me</span></a>"
    static let emptyBox = """
        <p style='width: 60px'><span>looooooooooong</span><a href=# onclick='note(this)'><span></span>
        <span>Click me</span></a></p>
        """
    static let wrapped = """
        <div style='width: 300px'><div style='float: left; width: 200px'>placeholder</div>
        <div style='float: left; position: absolute; width: 100px; margin-left: 200px; background: red'>Over</div>
        <a href=# onclick='note(this)'>Link that continues on next line</a></div>
        """
    static let map = """
        <map name=m><area shape=rect coords='0,0,300,100' href=# onclick='note(this)'></map>
        <a onclick='note(this)'><img usemap=#m width=300 height=100></a>
        """

    private static func noting(_ html: String) -> String {
        "<!doctype html><p id=out>none</p>\(html)<script>function note(of) { out.textContent = of.localName }</script>"
    }

    @Test(
        "what has several boxes is clicked in the first that can be hit",
        arguments: [twoBoxes, emptyBox, wrapped]
    )
    func boxes(_ html: String) async throws {
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.css("a")).click(until: within(.seconds(10)))
            try await page.expectText("#out", "a")
        }
    }

    @Test("an image is not covered by the areas of its own map")
    func imageMap() async throws {
        try await withHTML(Self.noting(Self.map)) { page in
            try await page.locator(.css("img")).click(until: within(.seconds(10)))
            try await page.expectText("#out", "area")
        }
    }

    @Test(
        "what lets the pointer through is not told as covered",
        arguments: [
            "<div style='pointer-events: none'><button id=t>Save</button></div>",
            "<button id=b>Save <i id=t style='pointer-events: none'>now</i></button><style>#b { pointer-events: none }</style>",
        ]
    )
    func through(_ html: String) async throws {
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .passedThrough)
        }
    }

    @Test(
        "what takes the click that is let through is suggested, where it can be clicked",
        arguments: [
            (
                "<input id=in style='width: 90px'><i id=t style='pointer-events: none; margin-left: -40px'>icon</i>",
                ["#in"]
            ),
            ("<div onclick=1 class=tile><b id=t style='pointer-events: none'>Save</b></div>", [".tile"]),
            ("<div style='pointer-events: none'><button id=t>Save</button></div>", []),
        ]
    )
    func taker(_ html: String, _ expected: [String]) async throws {
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .passedThrough)
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    @Test("an option of a list is not told to lie out of reach")
    func option() async throws {
        try await withHTML("<select><option>One<option id=two>Two</select>") { page in
            let error = try await browserError {
                try await page.locator(.css("#two")).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .unsuitable)
        }
    }

    static let veil = "<div style='position: fixed; inset: 0; background: #eee'>Loading</div>"

    @Test("what lies over a field as a whole keeps from writing in it")
    func veiledFields() async throws {
        let html = "<input id=t value=x><select id=s><option>One<option>Two</select>\(Self.veil)"
        try await withHTML(html) { page in
            let (field, list) = (page.locator(.css("#t")), page.locator(.css("#s")))
            let actions: [@Sendable () async throws -> ActionReport] = [
                { try await field.fill("y", until: within(Self.wait)) },
                { try await field.type("y", until: within(Self.wait)) },
                { try await list.select(.label("Two"), until: within(Self.wait)) },
            ]
            for action in actions {
                let error = try await browserError { _ = try await action() }
                #expect(error.diagnoses.first?.reason == .covered)
                #expect(error.diagnoses.first?.coveredBy?.contains("Loading") == true)
            }
        }
    }

    @Test("a field under an open modal dialog is told as covered by it")
    func modal() async throws {
        let html = "<input id=t><dialog id=d><button>OK</button></dialog><script>d.showModal()</script>"
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).fill("y", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .covered)
        }
    }

    @Test(
        "what belongs to a field does not cover it, and what hides one for its editor neither",
        arguments: [
            "<div style='position: relative'><input id=t style='width: 200px'>"
                + "<span style='position: absolute; left: 0; width: 200px; height: 22px'>Hint</span></div>",
            "<div style='position: relative; height: 200px'><textarea id=t style='opacity: 0; position: absolute'>"
                + "</textarea><div style='position: absolute; inset: 0'>editor</div></div>",
            "<div style='height: 3000px'></div><input id=t>"
                + "<div style='position: fixed; bottom: 0; height: 120px; left: 0; right: 0; background: red'></div>"
                + "<div style='height: 500px'></div>",
        ]
    )
    func unveiledFields(_ html: String) async throws {
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).fill("new", until: within(.seconds(10)))
            #expect(try await page.locator(.css("#t")).value(until: within(.seconds(10))) == "new")
        }
    }

    @Test("a click is not done where the pointer brings up something that takes it")
    func broughtUp() async throws {
        let html = """
            <button id=t onmouseover="bar.hidden = false">Open</button>
            <div id=bar hidden style='position: fixed; inset: 0; background: #eee' onclick="note(this)"></div>
            """
        try await withHTML(Self.noting(html)) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .covered)
            #expect(error.diagnoses.first?.coveredBy == #"<div id="bar">"#)
            try await page.expectText("#out", "none")
        }
    }

    @Test("what moves away under the pointer is clicked where it then is")
    func movedAway() async throws {
        let html = """
            <button id=t style='position: relative' onclick='note(this)' onmouseenter="this.style.top = '200px'">x</button>
            """
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.css("#t")).click(until: within(.seconds(10)))
            try await page.expectText("#out", "button")
        }
    }

    @Test("a press that was guarded leaves the presses after it alone")
    func unguarded() async throws {
        let html = """
            <input type=checkbox checked id=c><button id=t onclick='note(this)'>x</button>
            """
        try await withHTML(Self.noting(html)) { page in
            try await page.locator(.css("#c")).setChecked(true, until: within(.seconds(10)))
            try await page.locator(.css("#t")).doubleClick(until: within(.seconds(10)))
            try await page.expectText("#out", "button")
        }
    }

    @Test("a field that the page replaces, with its value, has kept it")
    func replacedField() async throws {
        let html = """
            <input id=t oninput="const c = this.cloneNode(); c.value = this.value; this.replaceWith(c)">
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).fill("abc", until: within(.seconds(10)))
            #expect(try await page.locator(.css("#t")).value(until: within(.seconds(10))) == "abc")
        }
    }

    static let form = """
        <form onsubmit="note(this); return false"><input id=t oninput="document.body.title = this.value"></form>
        """

    @Test("a value of several lines submits no form by its line breaks", arguments: [false, true])
    func lines(_ isFramed: Bool) async throws {
        let html = Self.noting(Self.form)
        let framed = "<iframe srcdoc='\(html.replacing("'", with: "&#39;"))'></iframe>"
        try await withHTML(isFramed ? framed : html) { page in
            let frame = isFramed ? [Target.css("iframe")] : []
            let field = page.locator(.css("#t"), frame: frame)
            let report = try await field.fill("one\ntwo", until: within(.seconds(3)))
            #expect(report.notes == ["the page made \"one two\" of the value"])
            try await page.expect(
                [Condition(.text(.css("#out"), .contains("none")), position: .test)],
                frame: frame,
                until: within(.seconds(1))
            )
        }
    }

    @Test("a field that the page takes away once it is filled, as after the last digit of a code, is a note")
    func goneField() async throws {
        try await withHTML("<p id=p><input id=t oninput='this.remove()'></p>") { page in
            let report = try await page.locator(.css("#t")).fill("x", until: within(Self.wait))
            #expect(report.notes == ["the page went on as the value was filled in, without the field"])
        }
    }

    @Test("rows are found by their text, which the accessibility tree leaves out")
    func rows() async throws {
        let html = """
            <table><tr><td>Smith<td>John<td><a href=# onclick='note(this)'>edit</a>
            <tr><td>Bach<td>Frank<td><a href=# onclick='note(this)'>edit</a></table>
            <table role=presentation><tr><td>Bach</table><div role=row aria-label=Bachmann>x</div>
            <div role=table><div role=row><b role=cell>Haydn</b></div></div>
            """
        try await withHTML(Self.noting(html)) { page in
            for (name, count) in [("Bach Frank", 1), ("Bach", 2), ("Nobody", 0), ("Haydn", 1)] {
                let rows = Target.by(.role("row", name: TextPattern(name)))
                try await page.expect(
                    [Condition(.count(rows, .equalsNumber(Double(count))), position: .test)],
                    until: within(.seconds(10))
                )
            }
        }
    }

    @Test("a hidden file input is found by its label")
    func labelledUpload() async throws {
        let html = "<label>Pick<input type=file style='display: none' onchange='note(this)'></label>"
        try await withHTML(Self.noting(html)) { page in
            let input = Target.by(.label(TextPattern("Pick")))
            try await page.locator(input).upload(["/etc/hostname"], until: within(.seconds(10)))
            try await page.expectText("#out", "input")
        }
    }

    static let alike: [(String, Target, [String])] = [
        ("<div id=box><input id=box></div>", .css("#box"), ["div#box", "input#box"]),
        (
            "<ul><li><a href=#e>edit</a><li><a href=#e>edit</a></ul>", .by(.link(TextPattern("edit"))),
            [#"{ link: "edit", nth: 0 }"#, #"{ link: "edit", nth: 1 }"#]
        ),
        ("<p>one<p>one", .css("p"), [#"{ css: "p", nth: 0 }"#, #"{ css: "p", nth: 1 }"#]),
    ]

    @Test("matches that nothing tells apart are told by their tag or number", arguments: alike)
    func numbered(_ html: String, _ target: Target, _ expected: [String]) async throws {
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(target).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }
}
