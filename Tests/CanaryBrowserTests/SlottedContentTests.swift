import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("What is slotted into shadow trees") struct SlottedContentTests {
    /// Buttons, a link, a box and an icon in shadow trees whose labels are slotted texts.
    static let html = """
        <!doctype html><meta charset=utf-8><x-button id=plain>Save draft</x-button><br>
        <x-button id=icon><b slot=icon style='width: 9px; height: 9px; display: inline-block'></b>Add</x-button><br>
        <y-button id=nested>Publish</y-button><br><z-button id=twice>Send</z-button><br>
        <x-link id=link>Terms</x-link><br><x-box id=box>Agree</x-box><br>
        <x-icon id=glyph style='font-size: 30px'>★</x-icon>
        <p id=out>-</p><p id=over></p><script>
        const define = (name, html, after) => customElements.define(name, class extends HTMLElement { constructor() {
        super(); this.attachShadow({ mode: 'open' }).innerHTML = html; after?.(this.shadowRoot) } })
        define('x-button', '<button style="padding: 4px"><slot name=icon></slot><slot></slot></button>')
        define('y-button', '<x-button><slot></slot></x-button>')
        define('z-button', '<y-button><slot></slot></y-button>')
        define('x-link', '<a href="javascript:void 0"><slot></slot></a>')
        define('x-icon', '<button aria-label=Star><slot></slot></button>')
        define('x-box', '<span role=checkbox aria-checked=false tabindex=0><slot></slot></span>', (root) => {
        root.firstChild.onclick = ({ currentTarget }) => currentTarget.ariaChecked = 'true' })
        for (const host of document.querySelectorAll('[id]:not(p)')) {
        for (const type of ['click', 'dblclick']) host.addEventListener(type, () => out.textContent += ` ${type} ${host.id}`)
        host.onmouseover = () => over.textContent = host.id }
        </script>
        """

    /// A target, and which of the hosts it is in.
    static let targets: [(Target, String)] = [
        (.by(.role("button", name: TextPattern("Save draft"))), "plain"),
        (.css("#plain button"), "plain"), (.by(.text(TextPattern("Save draft"))), "plain"),
        (.css("#icon button"), "icon"), (.by(.role("button", name: TextPattern("Publish"))), "nested"),
        (.css("#twice button"), "twice"), (.css("#nested x-button"), "nested"),
        (.by(.role("link", name: TextPattern("Terms"))), "link"), (.css("#glyph button"), "glyph"),
    ]

    @Test("a button or link whose label is a slotted text is clicked", arguments: [false, true])
    func click(isFramed: Bool) async throws {
        try await withContent(isFramed) { page, frame in
            for (target, host) in Self.targets {
                let clear = Script(source: "out.textContent = '-'")
                _ = try await page.run(clear, frame: frame, until: within(.seconds(5)))
                try await page.locator(target, frame: frame).click(until: within(.seconds(8)))
                try await page.expectText("#out", "- click \(host)", in: frame)
            }
        }
    }

    @Test("a text means what has it as a whole, before what has more")
    func whole() async throws {
        let html = "<p>clicked Save draft</p><p>Send it</p><p>Send all</p>"
        try await withContent(false, Self.html + html) { page, _ in
            let draft = Target.by(.text(TextPattern("save draft")))
            try await page.locator(draft).click(until: within(.seconds(8)))
            try await page.expectText("#out", "- click plain")
            let error = try await browserError {
                try await page.locator(.by(.text(TextPattern("Save")))).click(
                    until: within(.milliseconds(500))
                )
            }
            #expect(error.diagnoses.first?.reason == .ambiguous)
        }
    }

    @Test("other actions of the pointer reach it too", arguments: [false, true])
    func pointing(isFramed: Bool) async throws {
        try await withContent(isFramed) { page, frame in
            try await page.locator(.css("#plain button"), frame: frame).hover(until: within(.seconds(8)))
            try await page.expectText("#over", "plain", in: frame)
            try await page.locator(.css("#twice button"), frame: frame).doubleClick(
                until: within(.seconds(8))
            )
            let twice = "- click twice click twice dblclick twice"
            try await page.expectText("#out", twice, in: frame)
            let box = Target.by(.role("checkbox", name: TextPattern("Agree")))
            let report = try await page.locator(box, frame: frame).setChecked(
                true,
                until: within(.seconds(8))
            )
            #expect(report.notes == [])
        }
    }

    @Test("what lies over a slotted text still takes the click, and is told", arguments: [false, true])
    func covered(isFramed: Bool) async throws {
        let cover = "<x-button id=cover style='position: fixed; inset: 0'>Over</x-button>"
        let style = "<style>#cover::part(b) { width: 100%; height: 100% }</style>"
        let html = cover + style + "<p>Below</p><button id=low>Low</button>" + Self.html
        let all = html.replacing("<button style=\"padding", with: "<button part=b style=\"padding")
        try await withContent(isFramed, all) { page, frame in
            let error = try await browserError {
                try await page.locator(.css("#plain button"), frame: frame).click(until: within(.seconds(2)))
            }
            #expect(error.diagnoses.first?.reason == .covered)
            let cover = error.diagnoses.first?.coveredBy ?? ""
            #expect(cover.contains("cover") || cover.contains("button"), "\(cover)")
        }
    }

    private func withContent(
        _ isFramed: Bool,
        _ html: String = html,
        _ body: @Sendable (Page, [Target]) async throws -> Void
    ) async throws {
        let inner = html.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        let outer = "<p>Outside<iframe width=600 height=400 srcdoc=\"\(inner)\"></iframe>"
        try await withHTML(isFramed ? outer : html) { page in
            try await body(page, isFramed ? [.css("iframe")] : [])
        }
    }
}
