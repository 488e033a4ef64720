import CanaryBrowser
import CanaryModel
import Testing

@Suite("What a field makes of what is typed") struct TypingTests {
    /// Fields that drop keys, what is typed into them, and what is told that they hold.
    private static let dropping: [(String, String, String)] = [
        ("<input id=t oninput='t.value = t.value.replace(/[^0-9]/g, \"\")'>", "12ab34", "only 4 of the 6"),
        ("<input id=t oninput='t.value = t.value.replace(/[^0-9]/g, \"\")'>", "abc", ""),
        ("<input id=t value=5 onkeydown='event.preventDefault()'>", "abc", "5"),
        ("<input id=t onbeforeinput='event.preventDefault()'>", "a", ""),
        ("<input id=t maxlength=4>", "123456", "only 4 of the 6"),
    ]

    @Test("keys that a field drops fail the step", arguments: dropping)
    func dropped(_ field: String, _ text: String, _ held: String) async throws {
        try await withHTML("<!doctype html>" + field) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).type(text, until: within(.milliseconds(500)))
            }
            #expect(error.code == .value)
            let told = error.diagnoses.first?.actual
            #expect(held.isEmpty ? told == "" : told?.hasPrefix(held) == true)
        }
    }

    /// Fields that make something of what is typed, and what is typed into them.
    private static let taking: [(String, String)] = [
        ("<input id=t>", "text"),
        ("<input id=t value='before '>", "after"),
        (
            "<input id=t oninput='t.value = t.value.replace(/\\D/g, \"\").replace(/^(...)(.+)/, \"($1) $2\")'>",
            "555-1234"
        ),
        ("<input id=t oninput='t.value = t.value.toUpperCase()'>", "abc"),
        ("<input id=t type=number>", "12.50"),
        ("<input id=t type=password>", "secret"),
        ("<input id=t oninput='if (t.value === \"par\") t.value = \"Paris\"'>", "par"),
        ("<input id=t onkeydown='if (event.key === \"Enter\") t.value = \"\"'>", "hello\n"),
        ("<input id=t oninput='if (t.value.length === 5) setTimeout(() => t.value = \"\")'>", "hello"),
        ("<input id=t oninput='if (t.value.endsWith(\",\")) t.value = \"\"'>", "one,two,"),
        ("<input id=t maxlength=1 oninput='u.focus()'><input id=u maxlength=1>", "12"),
        ("<input id=t oninput='const v = t.value; t.value = \"\"; setTimeout(() => t.value = v, 400)'>", "a"),
        ("<textarea id=t></textarea>", "one two"),
        ("<div id=t contenteditable oninput='t.textContent = \"\"'></div>", "text"),
        ("<input id=t oninput='t.replaceWith(t.cloneNode())'>", "a"),
        ("<input id=t oninput='t.blur()'>", "a"),
    ]

    @Test("a field may format, complete or send what is typed, and go on to the next", arguments: taking)
    func taken(_ field: String, _ text: String) async throws {
        try await withHTML("<!doctype html>" + field) { page in
            let report = try await page.locator(.css("#t")).type(text, until: within(.seconds(5)))
            #expect(report.notes == [])
            #expect(report.attempts == 1)
        }
    }

    @Test(
        "what a field makes something else of is noted",
        arguments: [("😀", ":smile:"), ("05/03/2026", "5/3/2026"), ("•••", "abc")]
    )
    func remade(_ made: String, _ text: String) async throws {
        let field =
            "<!doctype html><meta charset=utf-8><input id=t oninput='if (t.value === \"\(text)\") t.value = \"\(made)\"'>"
        try await withHTML(field) { page in
            let report = try await page.locator(.css("#t")).type(text, until: within(.seconds(5)))
            #expect(report.notes == ["the page made something else of what was typed"])
        }
    }
}
