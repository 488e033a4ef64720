import CanaryBrowser
import CanaryModel
import Testing

@Suite("Frames that are hidden, transformed or without scripts") struct FrameLookTests {
    private static let inside = """
        <body style='margin:0;height:900px'><button id=b style='position:absolute;left:200px;top:150px'
        onclick='b.textContent = `pressed`' ondblclick='b.textContent = `twice`'>press</button>
        """
    /// What hides a frame: its style, and that of the element around it.
    private static let hiding = [
        ("visibility: hidden", ""), ("display: none", ""), ("width: 0; height: 0", ""), ("height: 0", ""),
        ("", "visibility: hidden"), ("", "display: none"),
    ]
    /// What makes a frame look other than it is.
    private static let transforms = [
        ("transform: scale(0.5); transform-origin: 0 0", ""), ("transform: scale(1.5)", "margin: 150px"),
        ("transform: rotate(30deg); border: 20px solid; padding: 30px 10px", ""), ("zoom: 0.5", ""),
        ("", "zoom: 0.7; transform: rotate(-20deg) scale(0.9)"), ("rotate: 90deg; scale: 0.8 0.5", ""),
        ("transform: scaleX(-1)", ""),
    ]

    /// A page with a frame for each style; every other is of another origin.
    private func framed(_ styles: [(String, String)], isForeign: Bool) throws -> String {
        let source = isForeign ? #"src="\#(try dataURL(Self.inside))""# : #"srcdoc="\#(Self.inside)""#
        return styles.enumerated().map { index, style in
            #"<div style="height: 600px; \#(style.1)"><iframe id=f\#(index) style="\#(style.0)" width=400 height=300 \#(source)></iframe></div>"#
        }.joined()
    }

    private func state(_ state: ElementState) -> [Condition] {
        [Condition(.state(state, .css("#b")), position: .test)]
    }

    @Test(
        "nothing in a frame that is hidden is visible, and nothing can be clicked",
        arguments: [false, true]
    )
    func hidden(_ isForeign: Bool) async throws {
        try await withHTML(try framed(Self.hiding, isForeign: isForeign)) { page in
            for index in Self.hiding.indices {
                let frame = [Target.css("#f\(index)")]
                try await page.expect(state(.hidden), frame: frame, until: within(.seconds(10)))
                let unseen = try await browserError {
                    try await page.expect(state(.visible), frame: frame, until: within(.milliseconds(100)))
                }
                #expect(unseen.diagnoses.first?.reason == .hidden)
                let refused = try await browserError {
                    try await page.locator(.css("#b"), frame: frame).click(until: within(.milliseconds(100)))
                }
                #expect(refused.diagnoses.first?.reason == .hidden, "\(Self.hiding[index])")
            }
        }
    }

    @Test("a frame that is shown or hidden later is noticed from inside", arguments: [false, true])
    func shownLater(_ isForeign: Bool) async throws {
        let page = try framed([("visibility: hidden", "")], isForeign: isForeign)
        try await withHTML(page) { page in
            let frame = [Target.css("#f0")]
            let turn = { (state: String) in
                Script(source: "setTimeout(() => f0.style.visibility = '\(state)', 200)")
            }
            try await page.expect(state(.hidden), frame: frame, until: within(.seconds(10)))
            _ = try await page.run(turn("visible"), until: within(.seconds(10)))
            try await page.locator(.css("#b"), frame: frame).click(until: within(.seconds(10)))
            try await page.expectText("#b", "pressed", in: frame)
            _ = try await page.run(turn("hidden"), until: within(.seconds(10)))
            try await page.expect(state(.hidden), frame: frame, until: within(.seconds(10)))
        }
    }

    @Test("clicks in frames that are scaled or rotated hit", arguments: [false, true])
    func transformed(_ isForeign: Bool) async throws {
        try await withHTML(try framed(Self.transforms, isForeign: isForeign)) { page in
            for index in Self.transforms.indices {
                let frame = [Target.css("#f\(index)")]
                let button = page.locator(.css("#b"), frame: frame)
                try await button.click(until: within(.seconds(10)))
                #expect(try await page.text("#b", in: frame) == "pressed", "\(Self.transforms[index])")
                try await button.doubleClick(until: within(.seconds(10)))
                #expect(try await page.text("#b", in: frame) == "twice", "\(Self.transforms[index])")
            }
        }
    }

    @Test("a click hits in a frame inside a frame, both transformed", arguments: [false, true])
    func nested(_ isForeign: Bool) async throws {
        let inner = try framed([("rotate: 20deg; border: 8px solid", "")], isForeign: isForeign)
        let outer =
            #"<iframe id=o style="scale: 0.6; margin: 0 0 0 50px" width=900 height=800 src="\#(try dataURL(inner))">"#
        try await withHTML(outer + "</iframe>") { page in
            let frame = [Target.css("#o"), .css("#f0")]
            try await page.locator(.css("#b"), frame: frame).click(until: within(.seconds(10)))
            #expect(try await page.text("#b", in: frame) == "pressed")
        }
    }

    @Test("a click in a transformed frame that something covers does not pass")
    func coveredTransformed() async throws {
        let veil = "<div style='position: fixed; inset: 0; z-index: 9'></div>"
        try await withHTML(try framed([("scale: 0.5", "")], isForeign: true) + veil) { page in
            let frame = [Target.css("#f0")]
            let error = try await browserError {
                try await page.locator(.css("#b"), frame: frame).click(until: within(.milliseconds(500)))
            }
            #expect(error.diagnoses.first?.reason == .covered)
            #expect(try await page.text("#b", in: frame) == "press")
        }
    }

    @Test(
        "fill replaces what an editor holds that is the whole document of a frame",
        arguments: [
            "<body contenteditable>old text", "<body>old text<script>document.designMode = `on`</script>",
        ]
    )
    func editor(_ html: String) async throws {
        try await withHTML(
            "<iframe id=f srcdoc=\"\(html)\"></iframe><iframe id=g src='\(try dataURL(html))'></iframe>"
        ) { page in
            for frame in [[Target.css("#f")], [.css("#g")]] {
                let report = try await page.locator(.css("body"), frame: frame)
                    .fill("new text", until: within(.seconds(10)))
                #expect(try await page.text("body", in: frame) == "new text")
                #expect(report.attempts == 1)
            }
        }
    }

    @Test("in a document without scripts elements are waited for, read, filled and clicked")
    func scriptless() async throws {
        let form = """
            <h1>Terms</h1><p id=hidden hidden>x</p><input id=i value=old><input type=checkbox id=c>
            <a href='/two' id=a>go</a>
            """
        try await withHTML("<iframe id=f sandbox srcdoc=\"\(form)\"></iframe>") { page in
            let frame = [Target.css("#f")]
            let deadline = within(.seconds(20))
            let start = ContinuousClock.now
            try await page.expectText("h1", "Terms", in: frame)
            let heading = Target.by(.role("heading", name: TextPattern("Terms")))
            #expect(try await page.locator(heading, frame: frame).text(until: deadline) == "Terms")
            try await page.locator(.css("#i"), frame: frame).fill("new", until: deadline)
            try await page.locator(.css("#c"), frame: frame).setChecked(true, until: deadline)
            #expect(start.duration(to: .now) < .seconds(4))
            let error = try await browserError {
                try await page.locator(.css("#hidden"), frame: frame).click(until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
            #expect(try await page.locator(.css("#i"), frame: frame).value(until: deadline) == "new")
        }
    }
}
