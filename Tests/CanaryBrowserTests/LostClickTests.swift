import CanaryBrowser
import CanaryModel
import Testing

@Suite("Clicks that pages lose between press and release") struct LostClickTests {
    private static func noting(_ html: String) -> String {
        """
        <!doctype html><p id=out>none</p><div id=w style='height: 400px'>\(html)</div>
        <script>function note(of) { out.textContent = of.localName }</script>
        """
    }

    static let moving = [
        "<button id=t onclick='note(this)' style='position: relative' onmousedown=\"this.style.top = '200px'\">Save</button>",
        """
        <input id=i onblur="e.style.height = '90px'"><div id=e></div><button id=t onclick='note(this)'>Save</button>
        <script>i.focus()</script>
        """,
        "<button id=t onclick='note(this)' onmousedown='this.replaceWith(this.cloneNode(true))'>Save</button>",
        "<button id=t onclick='note(this)' onmousedown=\"this.innerHTML = '<b>Save</b>'\"><b>Save</b></button>",
    ]

    @Test(
        "a click that is lost as the page moves or replaces its element is told, and not done again",
        arguments: moving
    )
    func moved(_ html: String) async throws {
        try await withHTML(Self.noting(html)) { page in
            let report = try await page.locator(.css("#t")).click(until: within(.seconds(5)))
            #expect(report.attempts == 1)
            #expect(report.notes.count == 1)
            #expect(report.notes.first?.contains("no click came to it") == true)
            try await page.expectText("#out", "none")
        }
    }

    @Test("a click in a frame that is lost is told too")
    func framed() async throws {
        let html = Self.noting(Self.moving[0]).replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        try await withHTML("<iframe width=500 height=500 srcdoc=\"\(html)\"></iframe>") { page in
            let button = page.locator(.css("#t"), frame: [.css("iframe")])
            let report = try await button.click(until: within(.seconds(5)))
            #expect(report.notes.first?.contains("no click came to it") == true)
        }
    }

    @Test(
        "what acts as it is pressed has not lost its click",
        arguments: [
            "<button id=t onmousedown='note(this); this.remove()'>Save</button>",
            "<button id=t onmousedown='note(this); this.hidden = true'>Save</button>",
            "<button id=t onmousedown='note(this); this.disabled = true'>Save</button>",
            "<button id=t onmousedown='event.preventDefault()' onclick='note(this)'>Save</button>",
            """
            <b><b id=t onmousedown="this.removeAttribute('id'); note(w.querySelector('button')); this.remove()">Save</b>
            more</b><button hidden></button>
            """,
            """
            <button id=t style='position: relative' onclick='note(this)'
            onpointerdown="this.setPointerCapture(event.pointerId); this.style.top = '200px'">Save</button>
            """,
        ]
    )
    func pressed(_ html: String) async throws {
        try await withHTML(Self.noting(html)) { page in
            let report = try await page.locator(.css("#t")).click(until: within(.seconds(5)))
            #expect(report.notes == [])
            try await page.expectText("#out", "button")
        }
    }

    @Test("a double click and a right click are not told as lost")
    func others() async throws {
        let html = "<button id=t ondblclick='note(this)' oncontextmenu='note(document.body)'>Save</button>"
        try await withHTML(Self.noting(html)) { page in
            #expect(try await page.locator(.css("#t")).doubleClick(until: within(.seconds(5))).notes == [])
            try await page.expectText("#out", "button")
            #expect(try await page.locator(.css("#t")).rightClick(until: within(.seconds(5))).notes == [])
            try await page.expectText("#out", "body")
        }
    }

    @Test("a box of the browser's that has lost its click is clicked again")
    func box() async throws {
        let html = """
            <input id=i onblur="e.style.height = '90px'"><div id=e></div><input type=checkbox id=t onclick='note(this)'>
            <script>i.focus()</script>
            """
        try await withHTML(Self.noting(html)) { page in
            let report = try await page.locator(.css("#t")).setChecked(true, until: within(.seconds(5)))
            #expect(report.attempts == 2)
            try await page.expectText("#out", "input")
        }
    }

    @Test("a drawn box that has lost its click is told with its state")
    func drawnBox() async throws {
        let html = """
            <div id=t role=checkbox aria-checked=false style='position: relative; width: 9px; height: 9px'
            onmousedown="this.style.top = '200px'">x</div>
            """
        try await withHTML(Self.noting(html)) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).setChecked(true, until: within(.milliseconds(600)))
            }
            #expect(error.code == .value)
            #expect(error.message.contains("no click came to it"))
        }
    }
}
