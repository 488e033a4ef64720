import CanaryBrowser
import CanaryModel
import Testing

@Suite("Scrolling an element into view") struct ScrollTests {
    private static let row = "<p style='margin: 0; height: 900px; width: 900px'></p>"

    @Test("it comes into the seen part of every box around it, sideways too")
    func boxes() async throws {
        let html = """
            <!doctype html><div id=o style='height: 300px; width: 300px; overflow: auto'>\(Self.row)
            <div id=i style='margin-left: 700px; height: 100px; width: 100px; overflow: auto'>\(Self.row)<b id=t style='margin-left: 700px'>end</b></div></div>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).scrollIntoView(until: within(.seconds(5)))
            let script = Script(
                source: """
                    const [a, b, c] = [o, i, t].map((each) => each.getBoundingClientRect());
                    return [b, a].every((box) => c.left >= box.left && c.right <= box.right && c.top >= box.top && c.bottom <= box.bottom);
                    """
            )
            #expect(try await page.run(script, until: within(.seconds(5))) == .bool(true))
        }
    }

    @Test("what is wholly in view stays where it is")
    func inView() async throws {
        let html = """
            <!doctype html><div id=o style='height: 300px; overflow: auto'>\(Self.row)<b id=t style='scroll-margin: 200px'>end</b>\(Self.row)</div>
            <script>o.scrollTop = 850</script>
            """
        try await withHTML(html) { page in
            try await page.locator(.css("#t")).scrollIntoView(until: within(.seconds(5)))
            let scrolled = try await page.run(
                Script(source: "return o.scrollTop"),
                until: within(.seconds(5))
            )
            #expect(scrolled == .number(850))
        }
    }
}
