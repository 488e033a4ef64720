import CanaryBrowser
import CanaryModel
import Testing

@Suite("Elements that others stand in for, and elements out of use") struct StandInTests {
    /// What hides a box behind a drawn one.
    private static let hiding = [
        "opacity: 0", "opacity: 0; position: absolute; left: -9999px",
        "position: absolute; width: 0; height: 0",
        "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)",
        "clip-path: inset(50%)", "display: none", "visibility: hidden",
        "appearance: none; width: 0; height: 0; margin: 0",
    ]

    @Test("a box that is hidden behind a drawn one is set by its label", arguments: ["checkbox", "radio"])
    func drawn(_ type: String) async throws {
        let boxes = Self.hiding.enumerated().map { index, style in
            """
            <p><label><input type=\(type) id=in\(index) name=in\(index) style='\(style)'><span>Inside \(index)</span> with <a
            href='/away'>a link that is as long as most of the line is</a></label></p>
            <p><input type=\(type) id=by\(index) name=by\(index) style='\(style)'><label for=by\(index)>Beside \(index)</label></p>
            """
        }
        try await withHTML(boxes.joined()) { page in
            for index in Self.hiding.indices {
                for selector in ["#in\(index)", "#by\(index)"] {
                    let box = Target.css(selector)
                    let checked = Condition(.state(.checked, box), position: .test)
                    let unchecked = Condition(.state(.unchecked, box), position: .test)
                    try await page.expect([unchecked], until: within(.seconds(10)))
                    try await page.locator(box).setChecked(true, until: within(.seconds(10)))
                    try await page.expect([checked], until: within(.seconds(10)))
                    if type == "checkbox" {
                        try await page.locator(box).setChecked(false, until: within(.seconds(10)))
                        try await page.expect([unchecked], until: within(.seconds(10)))
                    }
                }
            }
        }
    }

    @Test(
        "a hidden box is set by the name of its label",
        arguments: [
            "position: absolute; width: 0; height: 0", "position: absolute; left: -9999px", "display: none",
            "visibility: hidden",
        ]
    )
    func labelled(_ style: String) async throws {
        let html = """
            <input type=checkbox id=c style='\(style)'>
            <label for=c>Accept</label>
            """
        try await withHTML(html) { page in
            let named = [
                Target.by(.label(TextPattern("Accept"))), .by(.role("checkbox", name: TextPattern("Accept"))),
            ]
            for (target, isChecked) in zip(named, [true, false]) {
                try await page.locator(target).setChecked(isChecked, until: within(.seconds(10)))
                let state = ElementState.self
                try await page.expect(
                    [Condition(.state(isChecked ? state.checked : state.unchecked, target), position: .test)],
                    until: within(.seconds(10))
                )
            }
        }
    }

    @Test("a box in a part that shows a pixel of it is set by its label, as where libraries hide it")
    func cutOff() async throws {
        let html = """
            <label style='display: flex; position: relative; margin: 100px'><span style='border: 0; clip: rect(0 0 0 0);
            clip-path: inset(50%); height: 1px; margin: -1px; overflow: hidden; padding: 0; position: absolute; width: 1px'><input
            type=checkbox id=c></span><div style='width: 16px; height: 16px; border: 1px solid'></div><p>Accept</p></label>
            """
        try await withHTML(html) { page in
            for target in [Target.css("#c"), .by(.label(TextPattern("Accept")))] {
                for isChecked in [true, false] {
                    try await page.locator(target).setChecked(isChecked, until: within(.seconds(10)))
                }
            }
        }
    }

    @Test("a box that nothing stands for stays hidden")
    func unlabelled() async throws {
        try await withHTML("<input type=checkbox id=c style='display: none'>") { page in
            let error = try await browserError {
                try await page.locator(.css("#c")).setChecked(true, until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
        }
    }

    private static let map = """
        <body><p id=hit>none</p><img usemap='#m' width=200 height=100 style='margin: 900px 0 300px; border: 5px solid; padding: 3px'
        src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'>
        <map name=m><area id=rect shape=rect coords='10,10,50,50' href='#'><area id=circle shape=circle coords='120,50,20' href='#'>
        <area id=poly shape=poly coords='150,0,199,0,199,99,190,99,190,9,150,9' href='#'><area id=rest shape=default href='#'></map>
        <map name=other><area id=unused coords='0,0,9,9' href='#'></map>
        <script>for (const type of ['click', 'dblclick', 'mousemove']) addEventListener(type, (event) => {
        if (event.target.localName === 'area') hit.textContent = type + ' ' + event.target.id; event.preventDefault(); });</script>
        """

    @Test("areas of an image are clicked and pointed at", arguments: [false, true])
    func areas(_ isFramed: Bool) async throws {
        let html =
            isFramed ? "<iframe id=f width=600 height=400 src='\(try dataURL(Self.map))'></iframe>" : Self.map
        try await withHTML(html) { page in
            let frame = isFramed ? [Target.css("#f")] : []
            for id in ["rect", "circle", "poly", "rest"] {
                let area = page.locator(.css("#\(id)"), frame: frame)
                try await area.hover(until: within(.seconds(10)))
                try await page.expectText("#hit", "mousemove \(id)", in: frame)
                try await area.click(until: within(.seconds(10)))
                try await page.expectText("#hit", "click \(id)", in: frame)
                try await area.doubleClick(until: within(.seconds(10)))
                try await page.expectText("#hit", "dblclick \(id)", in: frame)
            }
            let error = try await browserError {
                try await page.locator(.css("#unused"), frame: frame).click(until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .hidden)
        }
    }

    @Test("areas of an image that lead somewhere are links, by their `alt`", arguments: [0, 9])
    func areaLinks(_ others: Int) async throws {
        let named = Self.map.replacing("id=rect", with: "id=rect alt='Left part'")
        let links = String(repeating: "<a href='#'>Left part of it</a> ", count: others)
        try await withHTML(links + named) { page in
            let area = page.locator(.by(.role("link", name: TextPattern("Left part", isExact: true))))
            #expect(try await area.attribute("id", until: within(.seconds(5))) == "rect")
            try await area.click(until: within(.seconds(5)))
            try await page.expectText("#hit", "click rect")
            let count = try await page.locator(.by(.role("link", name: nil))).count(
                until: within(.seconds(5))
            )
            #expect(count == 4 + others)
        }
    }

    @Test("what is in an inert part is told as disabled")
    func inert() async throws {
        try await withHTML("<div inert><button id=b>x</button><p id=p>text</p></div>") { page in
            for selector in ["#b", "#p"] {
                let error = try await browserError {
                    try await page.locator(.css(selector)).click(until: within(.milliseconds(300)))
                }
                #expect(error.diagnoses.first?.reason == .disabled)
            }
            try await page.expect(
                [Condition(.state(.disabled, .css("#b")), position: .test)],
                until: within(.seconds(10))
            )
        }
    }

    @Test("an option far down in a tall list is clicked twice")
    func option() async throws {
        let options = (0..<80).map { "<option id=o\($0)>\($0)</option>" }.joined()
        let html = """
            <p id=hit></p><div style='height: 900px'></div><select id=s size=30 ondblclick='hit.textContent = event.target.id'>\(options)
            </select>
            """
        try await withHTML(html) { page in
            for id in ["o70", "o2"] {
                try await page.locator(.css("#\(id)")).doubleClick(until: within(.seconds(10)))
                try await page.expectText("#hit", id)
            }
        }
    }

    @Test("what trembles without end by less than half a pixel counts as at rest, what moves on does not")
    func trembling() async throws {
        let html = """
            <style>@keyframes tremble { to { transform: translateX(0.3px) } } @keyframes creep { to { transform: translateX(900px) } }
            #t { animation: tremble 0.4s infinite alternate } #c { animation: creep 2s 5 ease-in; display: block }</style>
            <button id=t onclick='t.textContent = "pressed"'>press</button><button id=c>creeps</button>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).click(until: within(.seconds(10)))
            try await page.expectText("#t", "pressed")
            let error = try await browserError {
                try await page.locator(.css("#c")).click(until: within(.milliseconds(800)))
            }
            #expect(error.diagnoses.first?.reason == .moving)
        }
    }

    @Test("roles without a name are looked up in time where thousands have them")
    func manyRoles() async throws {
        let html = """
            <ul id=u></ul><script>u.innerHTML = "<li><a href=#>one</a></li>".repeat(6000)</script>
            """
        try await withHTML(html) { page in
            let link = Target.by(.role("link", name: nil))
            for _ in 1...2 {
                let start = ContinuousClock.now
                try await page.expect(
                    [Condition(.state(.visible, link), position: .test)],
                    until: within(.seconds(10))
                )
                #expect(start.duration(to: .now) < .seconds(2.5))
            }
        }
    }
}
