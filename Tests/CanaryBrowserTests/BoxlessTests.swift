import CanaryBrowser
import CanaryModel
import Testing

@Suite("What has no box of its own") struct BoxlessTests {
    static let image =
        "<img alt=pic width=30 height=30 src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>'>"
    static let svg = "<svg width=200 height=60><line id=t stroke=red stroke-width=6"

    /// What is drawn of it lies below the view where it is not a frame that it is in.
    static let drawn = [
        "<button id=t style='display: contents'>Save</button>",
        "<a id=t href=# style='display: contents'>\(image)</a>",
        "<label id=t style='display: contents'><b style='display: contents'><i>Save</i></b></label>",
        "\(svg) x1=10 y1=20 x2=190 y2=20 /></svg>", "\(svg) x1=10 y1=10 x2=10 y2=50 /></svg>",
    ]

    private static func noting(_ html: String) -> String {
        "<p id=out>none</p>\(html)<script>t.onclick = () => out.textContent = 'clicked'</script>"
    }

    @Test("it is visible and clicked where it is drawn", arguments: drawn)
    func clicked(_ html: String) async throws {
        try await withHTML("<div style='height: 2000px'></div>" + Self.noting(html)) { page in
            let visible = Condition(.state(.visible, .css("#t")), position: .test)
            try await page.expect([visible], until: within(.seconds(5)))
            try await page.locator(.css("#t")).click(until: within(.seconds(5)))
            try await page.expectText("#out", "clicked")
        }
    }

    @Test("in a frame too", arguments: drawn)
    func framed(_ html: String) async throws {
        let frame = try dataURL(Self.noting(html))
        try await withHTML("<iframe src='\(frame)'></iframe>") { page in
            try await page.locator(.css("#t"), frame: [.css("iframe")]).click(until: within(.seconds(5)))
            try await page.expectText("#out", "clicked", in: [.css("iframe")])
        }
    }

    @Test(
        "what is empty, or a line that is not drawn, is not visible",
        arguments: [
            "<b id=t style='display: contents'> </b>", "<svg><line id=t x2=90 stroke-width=6 /></svg>",
            "<svg><line id=t x2=90 stroke=red stroke-width=0 /></svg>",
        ]
    )
    func undrawn(_ html: String) async throws {
        try await withHTML(html) { page in
            let hidden = Condition(.state(.hidden, .css("#t")), position: .test)
            try await page.expect([hidden], until: within(.seconds(5)))
        }
    }

    @Test("it is painted over in pictures where it is drawn")
    func masked() async throws {
        let html = """
            <style>body { margin: 0 } i { display: block; width: 200px; height: 40px }</style>
            <div id=t style='display: contents'><i></i></div>
            """
        try await withHTML(html) { page in
            let mask = PictureMask(targets: [.css("#t")])
            let picture = try await page.screenshot(masking: mask, until: within(.seconds(20)))
            #expect(try await colors(of: picture, at: [(x: 100, y: 20)], in: page).colors == ["#cc00cc"])
        }
    }
}
