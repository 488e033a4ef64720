import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing
import WebDriver

@Suite("Scripts of our own beside those of a page") struct OwnWorldTests {
    /// A page that replaces what scripts use, once it has set itself up.
    private static let hostile = """
        <!doctype html><title>Hostile</title><h1>Trails</h1>
        <form id=form><input name=parentNode><input name=assignedSlot><input name=nodeType><input name=shadowRoot>
        <input name=getAttribute>
        <label>Name <input id=n></label><label>Note <textarea id=t></textarea></label>
        <label>Agree <input type=checkbox id=c></label><input type=file id=f>
        <select id=s><option>One<option>Two</select></form>
        <button id=b>Greet</button><p id=o>-</p><p id=gone hidden>gone</p><b class=two>1</b><b class=two>2</b>
        <div id=from draggable=true>Drag</div><div id=to>Drop</div>
        <script>
        const out = document.querySelector("#o").firstChild, say = (text) => { out.data = text; };
        const field = document.querySelector("#n");
        document.querySelector("#b").onclick = () => say("Hello " + field.value);
        document.querySelector("#b").ondblclick = () => say("twice");
        document.querySelector("#b").oncontextmenu = () => say("menu");
        document.querySelector("#s").onchange = ({ target }) => say("chose " + target.value);
        document.querySelector("#f").onchange = ({ target }) => say("file " + target.files[0].name);
        document.querySelector("#t").onkeydown = ({ key }) => { if (key === "Escape") say("escaped"); };
        const broken = function () { throw new TypeError("broken by the page"); };
        for (const name of ["Map", "Set", "WeakMap", "WeakSet", "String", "Number", "CSS", "Promise", "Node", "Element",
            "Document", "EventTarget", "Event", "UIEvent", "MutationObserver", "MessageChannel", "DOMMatrix", "DOMRect",
            "NodeFilter", "XPathResult", "getComputedStyle", "matchMedia", "setTimeout", "setInterval", "RegExp",
            "clearTimeout", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame", "addEventListener",
            "removeEventListener", "getSelection", "Symbol", "Date", "parseFloat", "isNaN"]) window[name] = broken;
        Object.defineProperty(window, "performance", { value: { now: broken } });
        for (const name of ["map", "filter", "find", "some", "every", "flatMap", "forEach", "reduce", "slice", "push",
            "pop", "join", "includes", "indexOf", "at", "flat", "findIndex"]) Array.prototype[name] = broken;
        for (const name of ["replace", "trim", "split", "includes", "match", "toLowerCase", "startsWith"])
            "".constructor.prototype[name] = broken;
        for (const name of ["querySelector", "querySelectorAll", "createTreeWalker", "createRange", "elementFromPoint"])
            document[name] = broken;
        for (const name of ["getBoundingClientRect", "getClientRects", "matches", "closest", "getAttribute",
            "scrollIntoView", "focus", "checkVisibility", "getAnimations"]) field.constructor.prototype[name] = broken;
        ({}).constructor.prototype.toJSON = broken;
        JSON.stringify = JSON.parse = broken;
        </script>
        """

    private func condition(_ kind: Condition.Kind) -> Condition { Condition(kind, position: .test) }

    @Test("on a page that replaces everything conditions hold, and do not hold, as they should")
    func conditions() async throws {
        try await withHTML(Self.hostile) { page in
            try await page.expect(
                [
                    condition(.state(.visible, .by(.role("heading", name: TextPattern("Trails"))))),
                    condition(.state(.hidden, .css("#gone"))), condition(.state(.absent, .css("#nothing"))),
                    condition(.state(.present, .css("#gone"))),
                    condition(.count(.css(".two"), .equalsNumber(2))),
                    condition(.title(.equals("Hostile"))), condition(.text(.css("h1"), .contains("Trail"))),
                    condition(.value(.css("#n"), .equals(""))), condition(.state(.enabled, .css("#b"))),
                    condition(.state(.unchecked, .css("#c"))),
                    condition(.attribute(.css("#from"), name: "draggable", .equals("true"))),
                ],
                until: within(.seconds(10))
            )
            let error = try await browserError {
                try await page.expect(
                    [condition(.text(.css("#o"), .equals("other")))],
                    until: within(.milliseconds(300))
                )
            }
            #expect(error.diagnoses.first?.actual == "-")
        }
    }

    @Test("a page sees nothing of what our scripts keep")
    func unseen() async throws {
        try await withHTML("<h1>Plain</h1><button>b</button>") { page in
            try await page.locator(.css("button")).click(until: within(.seconds(10)))
            let script = Script(
                source: "return Reflect.ownKeys(window).filter((key) => /canary/.test(String(key))).length"
            )
            #expect(try await page.run(script, until: within(.seconds(10))) == .number(0))
        }
    }

    @Test("on a page that replaces everything every action is done")
    func actions() async throws {
        try await withHTML(Self.hostile) { page in
            let deadline = within(.seconds(40))
            try await page.locator(.by(.label(TextPattern("Name")))).fill("Ann", until: deadline)
            try await page.locator(.by(.role("button", name: TextPattern("Greet")))).click(until: deadline)
            try await page.expectText("#o", "Hello Ann")
            try await page.locator(.css("#b")).doubleClick(until: deadline)
            try await page.expectText("#o", "twice")
            try await page.locator(.css("#b")).rightClick(until: deadline)
            try await page.expectText("#o", "menu")
            try await page.locator(.css("#b")).hover(until: deadline)
            try await page.locator(.css("#t")).type("abc", until: deadline)
            let escape = KeyChord(key: try #require(Key(named: "Escape")), written: "Escape")
            try await page.locator(.css("#t")).press(escape, until: deadline)
            try await page.expectText("#o", "escaped")
            try await page.locator(.css("#c")).setChecked(true, until: deadline)
            try await page.locator(.css("#s")).select(.label("Two"), until: deadline)
            try await page.expectText("#o", "chose Two")
            try await withTemporaryFolder { folder in
                let file = folder + "/notes.txt"
                try "notes".write(toFile: file, atomically: true, encoding: .utf8)
                try await page.locator(.css("#f")).upload([file], until: deadline)
                try await page.expectText("#o", "file notes.txt")
            }
            try await page.expect(
                [
                    condition(.value(.css("#t"), .equals("abc"))),
                    condition(.state(.checked, .css("#c"))),
                    condition(.value(.css("#n"), .equals("Ann"))),
                ],
                until: deadline
            )
        }
    }

    @Test(
        "on a page that replaces everything a list is chosen from and a file put in before anything else is done"
    )
    func first() async throws {
        try await withHTML(Self.hostile) { page in
            try await page.locator(.css("#s")).select(.label("Two"), until: within(.seconds(10)))
            try await page.expectText("#o", "chose Two")
        }
    }

    @Test("where only a little that the driver needs is replaced, lists and file inputs are set all the same")
    func little() async throws {
        let html = """
            <select id=s onchange="document.title = value"><option>One<option>Two</select>
            <input type=file id=f onchange="document.title = files[0].name">
            <script>Array.prototype.push = Array.prototype.concat = () => { throw new TypeError("broken") }</script>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#s")).select(.label("Two"), until: within(.seconds(10)))
            try await page.expect([condition(.title(.equals("Two")))], until: within(.seconds(10)))
            try await withTemporaryFolder { folder in
                let file = folder + "/notes.txt"
                try "notes".write(toFile: file, atomically: true, encoding: .utf8)
                try await page.locator(.css("#f")).upload([file], until: within(.seconds(10)))
                try await page.expect([condition(.title(.equals("notes.txt")))], until: within(.seconds(10)))
            }
        }
    }

    /// What a form with fields of these names hides of itself.
    private static let hidingNames = [
        "id", "name", "title", "action", "method", "target", "type", "value", "style", "hidden", "className",
        "role",
        "control", "children", "disabled", "form", "length", "elements", "tabIndex", "submit", "reset",
        "lang", "text",
        "content", "parentNode", "assignedSlot", "nodeType", "shadowRoot", "getAttribute",
    ]

    @Test("a form whose fields have the names of what scripts ask of it is seen, clicked and told as any")
    func hidingForm() async throws {
        let fields = Self.hidingNames.map { "<input type=hidden name=\($0)>" }.joined()
        let html = """
            <title>T</title><form data-testid=f aria-label=Order onsubmit="return false">\(fields)
            <p>Cat food</p><label>Name <input data-testid=n></label><label>Agree <input type=checkbox data-testid=c></label>
            <button data-testid=b onclick="document.querySelector('output').append('done')">Buy</button></form><output></output>
            """
        try await withHTML(html) { page in
            let deadline = within(.seconds(20))
            try await page.expect(
                [
                    condition(.state(.visible, .css("form"))),
                    condition(.state(.visible, .by(.role("form", name: TextPattern("Order"))))),
                    condition(.state(.uncovered, .css("form"))), condition(.state(.enabled, .css("form"))),
                    condition(.text(.css("form"), .contains("Cat food"))),
                    condition(.attribute(.css("form"), name: "data-testid", .equals("f"))),
                ],
                until: deadline
            )
            try await page.locator(.by(.label(TextPattern("Name")))).fill("Ann", until: deadline)
            try await page.locator(.by(.label(TextPattern("Agree")))).setChecked(true, until: deadline)
            try await page.locator(.by(.text(TextPattern("Buy")))).click(until: deadline)
            try await page.expectText("output", "done")
            try await page.locator(.css("form")).click(until: deadline)
            try await page.locator(.css("form")).scrollIntoView(until: deadline)
            let error = try await browserError {
                try await page.locator(.css("form")).fill("x", until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .unsuitable)
            #expect(error.diagnoses.first?.elements.first?.contains("<form") == true, "\(error.diagnoses)")
            let missed = try await browserError {
                try await page.expect(
                    [condition(.state(.visible, .css("#form")))],
                    until: within(.milliseconds(300))
                )
            }
            #expect(missed.diagnoses.first?.reason == .absent)
            #expect(try await page.screenshot(until: deadline).count > 500)
            let snapshot = try await page.snapshot(until: deadline).html(redactedBy: Redactor(secrets: []))
            #expect(snapshot.contains("Cat food"))
        }
    }

    @Test("on a page that replaces everything fields are filled, reasons are found and evidence is kept")
    func evidence() async throws {
        try await withHTML(Self.hostile) { page in
            let deadline = within(.seconds(40))
            try await page.locator(.by(.label(TextPattern("Name")))).fill("Ann", until: deadline)
            try await page.locator(.css("#to")).scrollIntoView(until: deadline)
            try await page.expect([condition(.value(.css("#n"), .equals("Ann")))], until: deadline)
            let missed = try await browserError {
                try await page.locator(.css("#gone")).click(until: within(.milliseconds(300)))
            }
            #expect(missed.diagnoses.first?.reason == .hidden)
            #expect(try await page.screenshot(until: deadline).count > 500)
            let html = try await page.snapshot(until: deadline).html(redactedBy: Redactor(secrets: []))
            #expect(html.contains("Trails"))
        }
    }
}
