import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Roles and labels in closed shadow trees") struct InClosedTreeTests {
    /// A banner in a closed tree over the whole page, which comes a little late, with a field in a tree inside it.
    static let html = """
        <h1>News</h1><button>Other</button><cmp-banner></cmp-banner><p id=out>-</p><script>
        const tree = (host, html) => { const root = host.attachShadow({ mode: 'closed' }); root.innerHTML = html; return root }
        setTimeout(() => { const host = document.querySelector('cmp-banner'), root = tree(host,
        '<div style="position: fixed; inset: 0; background: #ccc"><div id=d></div><label><input type=checkbox id=c>'
        + 'Remember</label><button id=yes>Accept all</button><button hidden>Refuse</button></div>')
        const inner = tree(root.querySelector('#d'), '<label>Mail <input id=m></label>')
        root.querySelector('#yes').onclick = () => { host.remove()
        out.textContent = 'accepted ' + inner.querySelector('#m').value + root.querySelector('#c').checked } }, 300)
        </script>
        """

    static func button(_ name: String) -> Target { .by(.role("button", name: TextPattern(name))) }

    @Test("are acted on like others")
    func actions() async throws {
        try await withHTML(Self.html) { page in
            let mail = page.locator(.by(.label(TextPattern("Mail"))))
            try await mail.fill("me@example.com", until: within(.seconds(8)))
            try await mail.type(".au", until: within(.seconds(8)))
            let value = try await mail.value(until: within(.seconds(8)))
            #expect(value == "me@example.com.au")
            let box = Target.by(.role("checkbox", name: TextPattern("Remember")))
            try await page.locator(box).setChecked(true, until: within(.seconds(8)))
            let report = try await page.locator(Self.button("Accept all")).click(until: within(.seconds(8)))
            #expect(report.notes == [])
            try await page.expectText("#out", "accepted me@example.com.autrue")
        }
    }

    @Test("hold and fail conditions")
    func conditions() async throws {
        try await withHTML(Self.html) { page in
            let target = Self.button("Accept all")
            let kinds: [Condition.Kind] = [
                .state(.visible, target), .state(.enabled, target), .count(target, .equalsNumber(1)),
                .text(target, .equals("Accept all")),
            ]
            for kind in kinds {
                try await page.expect([Condition(kind, position: .test)], until: within(.seconds(8)))
            }
            try await page.expect(kinds.map { Condition($0, position: .test) }, until: within(.seconds(8)))
            for state in [ElementState.absent, .hidden] {
                let gone = Condition(.state(state, target), position: .test)
                let error = try await browserError {
                    try await page.expect([gone], until: within(.seconds(1)))
                }
                #expect([.present, .visible].contains(error.diagnoses.first?.reason))
            }
            try await page.locator(target).click(until: within(.seconds(8)))
            let gone = Condition(.state(.absent, target), position: .test)
            try await page.expect([gone], until: within(.seconds(8)))
        }
    }

    @Test("what is not found elsewhere is told to lie there perhaps")
    func told() async throws {
        try await withHTML(Self.html) { page in
            let error = try await browserError {
                try await page.locator(.css("#yes")).click(until: within(.seconds(1)))
            }
            #expect(error.diagnoses.first?.sentence.contains("closed shadow roots") == true)
        }
        try await withHTML("<p>x<video controls></video><iframe src='data:text/html,<p>y'></iframe>") {
            page in
            let error = try await browserError {
                try await page.locator(.css("#yes")).click(until: within(.milliseconds(500)))
            }
            #expect(error.diagnoses.first?.hasClosedTrees == nil)
        }
    }
}
