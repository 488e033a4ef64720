import CanaryBrowser
import CanaryModel
import Testing

@Suite("Why it was not ready while it was there") struct GoneTests {
    /// A page on which `html` is there until something looks for it, and 300 ms longer.
    private static func page(_ html: String) -> String {
        "<!doctype html><main>\(html)</main><script>setTimeout(() => document.querySelector('main').remove(), 300)</script>"
    }

    static let targets: [(String, Diagnosis.Reason, String)] = [
        (
            "<button class=t>A</button><div id=veil style='position: fixed; inset: 0'></div>", .covered,
            #"it was covered by <div id="veil">, and then gone: it was there from "#
        ),
        (
            "<button class=t hidden>A</button>", .hidden,
            "it was there but not visible (display: none), and then gone"
        ),
        ("<button class=t disabled>A</button>", .disabled, "it was disabled, and then gone"),
        (
            "<button class=t>A</button><button class=t>B</button>", .ambiguous,
            "it matched 2 visible elements, where it must match exactly one, and then gone"
        ),
    ]

    @Test("what was not ready and then left is told with why it was not", arguments: targets)
    func target(_ html: String, _ reason: Diagnosis.Reason, _ finding: String) async throws {
        try await withHTML(Self.page(html)) { page in
            let error = try await browserError {
                try await page.locator(.css(".t")).click(until: within(.milliseconds(1500)))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == reason && diagnosis.goneAfter == diagnosis.lastSeen)
            #expect(diagnosis.sentence.contains(finding), "\(diagnosis.sentence)")
        }
    }

    static let conditions: [(String, Condition.Kind, Diagnosis.Reason, String)] = [
        ("<p class=t>41</p>", .text(.css(".t"), .equals("42")), .mismatch, "it was \"41\", and then gone"),
        (
            "<input type=checkbox class=t>", .state(.checked, .css(".t")), .unchecked,
            "it was not checked, and then gone"
        ),
        (
            "<p class=t style='visibility: hidden'>A</p>", .state(.visible, .css(".t")), .hidden,
            "it was there but not visible (visibility: hidden), and then gone"
        ),
    ]

    @Test("a condition that did not hold until its element left says why it did not", arguments: conditions)
    func condition(
        _ html: String,
        _ kind: Condition.Kind,
        _ reason: Diagnosis.Reason,
        _ finding: String
    ) async throws {
        try await withHTML(Self.page(html)) { page in
            let error = try await browserError {
                try await page.expect([Condition(kind, position: .test)], until: within(.milliseconds(1500)))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == reason && diagnosis.goneAfter != nil)
            #expect(diagnosis.sentence.contains(finding), "\(diagnosis.sentence)")
        }
    }

    @Test("a condition that held while another did not says when it held")
    func held() async throws {
        let html = """
            <p id=a>A</p><p id=b hidden>B</p>
            <script>setTimeout(() => { a.hidden = true; b.hidden = false }, 600)</script>
            """
        try await withHTML(html) { page in
            let error = try await browserError {
                let wanted = ["#a", "#b"].map { Condition(.state(.visible, .css($0)), position: .test) }
                try await page.expect(wanted, until: within(.milliseconds(1800)))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(error.diagnoses.count == 1 && diagnosis.target == "#a" && diagnosis.reason == .hidden)
            #expect((diagnosis.heldUntil ?? 0) < 1500)
            #expect(diagnosis.sentence.contains("; it held from "), "\(diagnosis.sentence)")
        }
    }

    @Test("why a step failed is told too where nobody asks for suggestions")
    func unexplained() async throws {
        try await withHTML("<div role=menu hidden><a role=menuitem>About</a></div>") { page in
            await page.beginStep(until: within(.seconds(5)), time: .seconds(5), isExplaining: false)
            let error = try await browserError {
                let item = Target.by(.role("menuitem", name: TextPattern("About")))
                try await page.locator(item).click(until: within(.milliseconds(400)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
            #expect(error.diagnoses.first?.hiddenBy == #"display: none of <div role="menu">"#)
        }
    }
}
