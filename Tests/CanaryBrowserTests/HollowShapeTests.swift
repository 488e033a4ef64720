import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Shapes with nothing in the middle of their box") struct HollowShapeTests {
    static let ring = "M50 8 A42 42 0 1 1 12 68"
    static let shapes = [
        "<path class=t fill=none stroke=teal stroke-width=14 d='\(ring)'/>",
        "<path class=t fill=none stroke=teal stroke-width=1 d='\(ring)'/>",
        "<g class=t><path fill=none stroke=teal stroke-width=6 d='\(ring)'/></g>",
        "<defs><path id=r d='\(ring)' fill=none stroke=teal stroke-width=6 /></defs><use class=t href='#r' x=3 />",
        "<circle class=t cx=50 cy=50 r=40 fill=none stroke=teal stroke-width=5 />",
        "<path class=t fill=teal d='M50 5 A45 45 0 0 1 95 50 L88 50 A38 38 0 0 0 50 12 Z'/><circle cx=20 cy=80 r=9 />",
        "<polyline class=t fill=none stroke=teal stroke-width=2 points='5,5 95,5 95,95'/>",
        "<text class=t x=5 y=30 font-size=9><tspan>Left</tspan><tspan x=80 y=90>Right</tspan></text>",
        "<g transform='rotate(30 50 50)'><path class=t fill=none stroke=teal stroke-width=3 d='\(ring)'/></g>",
        // Its neighbour lies in the middle of its box.
        "<path class=t fill=none stroke=teal stroke-width=9 d='\(ring)'/><circle cx=50 cy=50 r=30 onclick='wrong()'/>",
    ]

    @Test("is clicked where it is drawn", arguments: [false, true])
    func shape(isFramed: Bool) async throws {
        try await withPage { browser, _ in
            for shape in Self.shapes {
                try await clicks(
                    "<svg width=240 height=240 viewBox='0 0 100 100'>\(shape)</svg>",
                    isFramed,
                    on: browser
                )
            }
        }
    }

    static let boxes = [
        "<div class=t style='width: 200px; height: 200px; background: teal; clip-path: polygon(0 0, 100% 0, 100% 10%, 10% 10%, 10% 100%, 0 100%)'></div>",
        "<div style='position: relative'><div class=t style='width: 200px; height: 90px; border-radius: 0 0 0 100%; clip-path: inset(0 80% 0 0)'>x</div></div>",
        "<a class=t href='javascript:void 0'><div>Above</div><p>Below</p></a>",
        "<div class=t style='border-radius: 50%; width: 90px; height: 90px'>round</div>",
    ]

    @Test("of HTML too", arguments: [false, true])
    func box(isFramed: Bool) async throws {
        try await withPage { browser, _ in
            for box in Self.boxes { try await clicks(box, isFramed, on: browser) }
        }
    }

    @Test("what lies over the whole of a hollow shape covers it")
    func covered() async throws {
        let cover = "<div id=cover style='position: fixed; inset: 0; background: white'>Over</div>"
        let svg = "<svg width=240 height=240 viewBox='0 0 100 100'>\(Self.shapes[0])</svg>"
        try await withHTML(page(svg + cover)) { page in
            let error = try await browserError {
                try await page.locator(.css(".t")).click(until: within(.milliseconds(800)))
            }
            #expect(error.diagnoses.first?.coveredBy?.contains("Over") == true)
            #expect(error.diagnoses.first?.reason == .covered)
        }
    }

    private func page(_ html: String) -> String {
        "\(html)<p id=out>-</p><script>document.querySelector('.t').onclick = () => out.textContent += 'hit'</script>"
    }

    private func clicks(_ html: String, _ isFramed: Bool, on browser: Page) async throws {
        let framed = "<iframe width=400 height=300 srcdoc=\"\(page(html))\"></iframe>"
        let frame: [Target] = isFramed ? [.css("iframe")] : []
        try await browser.open(dataURL(isFramed ? framed : page(html)), until: within(.seconds(5)))
        let report = try await browser.locator(.css(".t"), frame: frame).click(until: within(.seconds(8)))
        #expect(report.notes == [])
        try await browser.expectText("#out", "-hit", in: frame)
    }
}
