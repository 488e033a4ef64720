import CanaryBrowser
import CanaryModel
import Testing

@Suite("What keeps an element from being seen") struct HidingTests {
    /// A page, and what is told of `#t` in it.
    static let causes: [(String, String)] = [
        ("<button id=t style='display: none'>Save</button>", "display: none"),
        ("<div id=m hidden><p><button id=t>Save</button></div>", #"display: none of <div id="m">"#),
        (
            "<section style='visibility: hidden'><p><button id=t>Save</button></section>",
            "visibility: hidden of <section>"
        ),
        ("<details><summary>More</summary><p><button id=t>Save</button></details>", "<details> is closed"),
        ("<dialog id=d><button id=t>Save</button></dialog>", #"<dialog id="d"> is not open"#),
        ("<div popover><button id=t>Save</button></div>", "<div> is not open"),
        (
            "<div style='content-visibility: hidden'><button id=t>Save</button></div>",
            "content-visibility: hidden of <div>"
        ),
        (
            "<my-a><template shadowrootmode=open></template><b id=t>Save</b></my-a>",
            "it is in no slot of <my-a>"
        ),
        ("<span id=t></span>", "its box is empty: 0 × 0 pixels"),
        ("<div id=t style='height: 20px; width: 0'>Save</div>", "its box is empty: 0 × 20 pixels"),
    ]

    @Test("it is told of what is clicked and what is expected", arguments: causes)
    func cause(_ html: String, _ cause: String) async throws {
        try await withHTML("<!doctype html>" + html) { page in
            let clicked = try await browserError {
                try await page.locator(.css("#t")).click(until: within(.milliseconds(300)))
            }
            let expected = try await browserError {
                let condition = Condition(.state(.visible, .css("#t")), position: .test)
                try await page.expect([condition], until: within(.milliseconds(300)))
            }
            for error in [clicked, expected] {
                #expect(error.diagnoses.first?.reason == .hidden)
                #expect(error.diagnoses.first?.hiddenBy == cause)
            }
        }
    }

    @Test("it is told of what has a role too")
    func role() async throws {
        try await withHTML("<details><summary>More</summary><button>Save</button></details>") { page in
            let button = Target.by(.role("button", name: TextPattern("Save")))
            let error = try await browserError {
                try await page.locator(button).click(until: within(.milliseconds(500)))
            }
            #expect(error.diagnoses.first?.hiddenBy == "<details> is closed")
        }
    }
}
