import CanaryBrowser
import CanaryModel
import Testing

@Suite("What a person can see") struct VisibilityTests {
    private static let tall = "<p style='height: 3000px'></p>"
    private static let text = "<b id=t>text</b>"
    private static let body = "<style>html, body { margin: 0; height: 100%; overflow: hidden }</style>"

    /// Pages where `#t` can be seen, now or once something is scrolled.
    private static let seen = [
        tall + text,
        "<div style='height: 100px; overflow: auto'>\(tall)\(text)</div>",
        "<div style='width: 100px; overflow: auto'><p style='width: 2000px; text-align: right'>\(text)</p></div>",
        "<div style='height: 300px; overflow: auto'>\(tall)<div style='height: 90px; overflow: auto'>\(tall)\(text)</div></div>",
        "<nav id=t style='position: absolute; left: 9999px'>far right</nav>",
        "<style>html, body { overflow-x: hidden }</style>\(tall)\(text)",
        "<style>body { overflow: hidden }</style>\(tall)\(text)",
        body + "<main style='height: 100%; overflow: auto'>\(tall)\(text)</main>",
        "<div style='position: fixed; inset: 0; overflow: hidden'>\(tall)\(text)</div>",
        "<div style='height: 90px; overflow: hidden; overflow-anchor: none'>\(tall)\(text)</div>",
        "<html dir=rtl><p style='width: 5000px; text-align: left'>\(text)</p>",
        "<html><body dir=rtl><p style='width: 5000px; text-align: left'>\(text)</p>",
        "<div dir=rtl style='width: 90px; overflow: auto'><p style='width: 2000px; text-align: left'>\(text)</p></div>",
        "<div style='height: 90px; overflow: auto; display: flex; flex-direction: column-reverse'><p style='flex: 0 0 900px'>\(text)</p></div>",
        "<div style='transform: scale(.5); height: 100px; overflow: auto'>\(tall)\(text)</div>",
        "<div style='zoom: 2; height: 100px; overflow: auto'>\(tall)\(text)</div>",
        "<div style='transform: rotate(90deg); width: 200px; height: 90px; overflow: auto'>\(tall)\(text)</div>",
        "<div style='height: 0; overflow: hidden'><nav id=t style='position: fixed; bottom: 0'>bar</nav></div>",
        "<div style='height: 0; overflow: hidden'><nav id=t style='position: absolute; top: 50px'>bar</nav></div>",
        "<div style='height: 0; overflow: clip; overflow-clip-margin: 90px'>\(text)</div>",
        "<div style='width: 90px; overflow: hidden'><div id=t style='display: flex; transform: translateX(-100%)'><p style='flex: 0 0 90px'>1</p><p style='flex: 0 0 90px'>2</p></div></div>",
        "<div style='opacity: 0; height: 0; overflow: hidden'><dialog id=d>\(text)</dialog></div><script>d.showModal()</script>",
        "<div style='clip-path: inset(100%)'><div popover id=d>\(text)</div></div><script>d.showPopover()</script>",
        "<div style='opacity: 0; display: contents'><p id=t>text</p></div>",
        "<nav style='clip-path: inset(0 round 5px)'>\(text)</nav>",
        "<nav style='clip-path: polygon(0 0, 100% 0, 50% 100%)'>\(text)</nav>",
        "<hr id=t>", "<div id=t style='height: 1px; background: red; overflow: hidden'></div>",
        "<h1 id=t style='text-indent: -9999px; width: 90px; height: 30px; background: red'>Logo</h1>",
        "<div style='width: 50px'><a id=t>a link that goes on in the next lines</a></div>",
        "<div id=t style='width: 3000px; height: 5000px'>large</div>",
        "<select><option>one<option id=t>two</select>",
        "<svg width=90 height=90><line id=t x1=0 y1=5 x2=90 y2=5 stroke=red /></svg>",
        "<table style='overflow: hidden'><tr id=t><td>cell</table>",
        tall + "<div style='content-visibility: auto; contain-intrinsic-size: 90px'>\(text)</div>",
        "<nav id=t style='opacity: 0; animation: in .2s .2s forwards'>menu</nav><style>@keyframes in { to { opacity: 1 } }</style>",
        tall
            + "<nav id=t style='opacity: 0'>menu</nav><script>new IntersectionObserver(([e]) => { if (e.isIntersecting) t.style.opacity = 1 }).observe(t)</script>",
        "<div id=h></div><script>h.attachShadow({ mode: 'open' }).innerHTML = '<div style=\"height: 20px; overflow: hidden\"><slot></slot></div>'; h.innerHTML = '<b id=t>text</b>'</script>",
    ]

    /// Pages where nobody can see `#t`, and what is told of it.
    private static let unseen: [(String, String)] = [
        (
            "<div class=body style='max-height: 0; overflow: hidden'>\(text)</div>",
            #"clipped away by <div class="body"> (overflow: hidden, 0 pixels high)"#
        ),
        (
            "<div style='height: 0; overflow: clip'>\(text)</div>",
            "clipped away by <div> (overflow: clip, 0 pixels high)"
        ),
        (
            "<div style='display: grid; grid-template-rows: 0fr'><div style='overflow: hidden'>\(text)</div></div>",
            "clipped away by <div> (overflow: hidden, 0 pixels high)"
        ),
        (
            "<div style='contain: paint; height: 0'>\(text)</div>",
            "clipped away by <div> (contain: paint, 0 pixels high)"
        ),
        (
            "<div style='width: 90px; overflow: hidden'><div style='display: flex'><p style='flex: 0 0 90px'>1</p><p id=t style='flex: 0 0 90px'>2</p></div></div>",
            "clipped away by <div> (overflow: hidden, 90 pixels wide)"
        ),
        (
            "<div style='width: 90px; overflow: hidden'><div style='display: flex; transform: translateX(-90px)'><p id=t style='flex: 0 0 90px'>1</p><p style='flex: 0 0 90px'>2</p></div></div>",
            "clipped away by <div> (overflow: hidden, 90 pixels wide)"
        ),
        (
            "<div style='height: 0; overflow: hidden; transform: scale(1)'><p id=t style='position: fixed; top: 0'>text</p></div>",
            "clipped away by <div> (overflow: hidden, 0 pixels high)"
        ),
        ("<nav id=t style='clip-path: inset(100%)'>menu</nav>", "clipped away by the clip-path"),
        ("<nav style='clip-path: circle(0)'>\(text)</nav>", "clipped away by the clip-path of <nav>"),
        (
            "<nav style='clip-path: polygon(0 0, 0 0, 0 0)'>\(text)</nav>",
            "clipped away by the clip-path of <nav>"
        ),
        (
            "<nav id=t style='position: absolute; clip: rect(0, 0, 0, 0)'>menu</nav>",
            "clipped away by the clip"
        ),
        (
            "<p id=t style='position: absolute; width: 1px; height: 1px; overflow: hidden'>text</p>",
            "its box is 1 × 1 pixels"
        ),
        (
            "<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>\(text)</p>",
            "clipped away by <p> (overflow: hidden, 1 pixels wide)"
        ),
        (
            "<nav id=t style='position: absolute; left: -9999px'>menu</nav>",
            "it lies outside the area that can be scrolled to"
        ),
        (
            "<nav id=t style='position: absolute; top: -999px'>menu</nav>",
            "it lies outside the area that can be scrolled to"
        ),
        (
            "<html dir=rtl><nav id=t style='position: absolute; left: 5000px'>menu</nav>",
            "it lies outside the area that can be scrolled to"
        ),
        (
            "<style>body { overflow-x: hidden }</style><nav id=t style='position: absolute; left: 9999px'>menu</nav>",
            "it lies outside the area that can be scrolled to"
        ),
        (
            "<nav id=t style='position: fixed; width: 300px; left: 0; transform: translateX(-100%)'>menu</nav>",
            "it is fixed outside the window"
        ),
        (
            "<div style='width: 90px; height: 90px; overflow: auto; position: relative'><p id=t style='position: absolute; left: -500px'>text</p></div>",
            "it lies outside the area that can be scrolled to in <div>"
        ),
        ("<nav id=t style='opacity: 0'>menu</nav>", "opacity: 0"),
        ("<nav style='opacity: 0'><i style='opacity: .5'>\(text)</i></nav>", "opacity: 0 of <nav>"),
        ("<div style='transform: scale(0)'>\(text)</div>", "its box is empty: 0 × 0 pixels"),
    ]

    private static func page(_ html: String) throws -> String {
        try dataURL("<!doctype html>" + html)
    }

    private static func state(_ state: ElementState) -> [Condition] {
        [Condition(.state(state, .css("#t")), position: .test)]
    }

    @Test("what can be seen once something is scrolled is visible, and not hidden")
    func visible() async throws {
        try await withPage { page, _ in
            for html in Self.seen {
                try await page.open(Self.page(html), until: within(.seconds(10)))
                do {
                    try await page.expect(Self.state(.visible), until: within(.seconds(5)))
                } catch {
                    Issue.record("\(html): \(error)")
                }
                let error = try await browserError {
                    try await page.expect(Self.state(.hidden), until: within(.zero))
                }
                #expect(error.diagnoses.first?.reason == .visible, "\(html)")
            }
        }
    }

    @Test("what nobody can see is hidden, and told with what keeps it from being seen")
    func hidden() async throws {
        try await withPage { page, _ in
            for (html, cause) in Self.unseen {
                try await page.open(Self.page(html), until: within(.seconds(10)))
                let error = try await browserError {
                    try await page.expect(Self.state(.visible), until: within(.zero))
                }
                #expect(error.diagnoses.first?.reason == .hidden, "\(html)")
                #expect(error.diagnoses.first?.hiddenBy == cause, "\(html)")
                #expect(error.diagnoses.first?.appearedAfter == nil, "\(html)")
                do {
                    try await page.expect(Self.state(.hidden), until: within(.seconds(5)))
                } catch {
                    Issue.record("\(html): \(error)")
                }
            }
        }
    }

    @Test("what is in a frame that nobody can see is hidden, whatever its origin", arguments: [false, true])
    func frame(_ isForeign: Bool) async throws {
        let inner = "<!doctype html><p id=t>text</p>"
        let source = isForeign ? "src=\"\(try dataURL(inner))\"" : "srcdoc='\(inner)'"
        for (style, isSeen) in [
            ("opacity: 0", false), ("position: absolute; left: -9999px", false), ("", true),
        ] {
            try await withHTML("<!doctype html><iframe \(source) style='\(style)'></iframe>") { page in
                let frame = [Target.css("iframe")]
                try await page.expect(
                    Self.state(isSeen ? .visible : .hidden),
                    frame: frame,
                    until: within(.seconds(5))
                )
            }
        }
    }

    @Test("thousands of matches are looked through in time")
    func many() async throws {
        let html = """
            <!doctype html><div id=r style='height: 0; overflow: hidden'></div><p class=m id=p hidden>last</p>
            <script>r.innerHTML = "<div style='overflow: hidden'><ul><li class=m><a>link</a></ul></div>".repeat(2300)
            setTimeout(() => p.hidden = false, 500)</script>
            """
        try await withHTML(html) { page in
            let shown = Condition(.state(.visible, .css(".m")), position: .test)
            try await page.expect([shown], until: within(.seconds(10)))
        }
    }

    @Test("what is visible and painted over is noted; asked to be uncovered, it fails with what lies over it")
    func covered() async throws {
        let veil = "<div class=veil style='position: fixed; inset: 0; background: "
        try await withPage { page, _ in
            try await page.open(Self.page(Self.text + veil + "white'></div>"), until: within(.seconds(5)))
            let notes = try await page.expect(Self.state(.visible), until: within(.seconds(5)))
            #expect(notes == [##"#t is painted over by <div class="veil">"##])
            let error = try await browserError {
                try await page.expect(Self.state(.uncovered), until: within(.milliseconds(100)))
            }
            #expect(error.diagnoses.first?.reason == .covered)
            #expect(error.diagnoses.first?.coveredBy == #"<div class="veil">"#)
        }
    }

    @Test(
        "what shows through, or can be scrolled out from under a header, is not painted over",
        arguments: [
            "<div style='position: fixed; inset: 0; background: rgba(0, 0, 0, .5)'></div>",
            "<div style='position: fixed; inset: 0; background: white; opacity: .5'></div>",
            "<a href=# style='position: fixed; inset: 0'></a>",
            "<header style='position: fixed; inset: 0 0 auto; height: 90px; background: white'></header>", "",
        ]
    )
    func uncovered(_ veil: String) async throws {
        try await withPage { page, _ in
            for place in ["", Self.tall] {
                let html = place + Self.text + veil + (place.isEmpty ? "" : Self.tall)
                try await page.open(Self.page(html), until: within(.seconds(5)))
                #expect(try await page.expect(Self.state(.visible), until: within(.seconds(5))) == [])
                try await page.expect(Self.state(.uncovered), until: within(.seconds(5)))
            }
        }
    }
}
