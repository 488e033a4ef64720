import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import Synchronization
import Testing
import WebDriver

@Suite("Secrets in closed shadow trees") struct ClosedTreeTests {
    private static let mask = PictureMask(secrets: ["hunter/22&x", "not-there"])

    /// The secret in four lines of 40 pixels once a script has filled the field, then two that stay as they are.
    private static let lines = """
        <style>p, input { display: block; box-sizing: border-box; margin: 0; width: 600px; height: 40px; border: 0;
        padding: 0; font: 20px/40px monospace; background: #fff }</style>
        <p>hunter/22&amp;x</p><input id=field value=x><p>?q=<b>hunter%2F22%26x</b></p><p>\(base64)</p><p>nothing</p>
        <input type=password id=hidden>
        """
    private static let base64 = Data("hunter/22&x".utf8).base64EncodedString()
    private static let field = "querySelector('#field').value = 'hunter/22&x'"
    private static let password = "querySelector('#hidden').value = 'hunter/22&x'"
    /// A point in each of its lines: where the secret stands, and beyond the text.
    private static let points = [3, 3, 60, 3, 300, 300].enumerated().map { (x: $1, y: 40 * $0 + 20) }
    private static let masked = Array(repeating: "#cc00cc", count: 4) + ["#ffffff", "#ffffff"]

    /// A document that shows the lines in a closed tree of a `div`, which a script attaches.
    private static let attached = """
        <body style='margin: 0'><div id=host></div><script>
        const tree = host.attachShadow({ mode: "closed" });
        tree.innerHTML = `\(lines)`; tree.\(field); tree.\(password);
        </script>
        """
    /// The same in a closed tree inside an open one and inside a closed one.
    private static let nested = """
        <body style='margin: 0'><div id=host></div><script>
        const add = (place, mode) => place.appendChild(document.createElement("div")).attachShadow({ mode });
        const tree = add(add(add(host, "open"), "closed"), "closed");
        tree.innerHTML = `\(lines)`; tree.\(field); tree.\(password);
        </script>
        """
    /// The same in a closed tree that the document itself declares, without a script.
    private static let declared = """
        <body style='margin: 0'><section><template shadowrootmode=closed>
        \(lines.replacing("value=x", with: "value='hunter/22&amp;x'"))</template></section>
        """
    /// A document that shows another one in a frame inside a closed tree, or as it is.
    private static func framing(_ html: String, isClosed: Bool) -> String {
        let quoted = html.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
        let sandbox = isClosed ? "" : "sandbox='allow-scripts'"
        let frame =
            "<iframe \(sandbox) style='display: block; border: 0; width: 600px; height: 240px' srcdoc='\(quoted)'></iframe>"
        return "<body style='margin: 0'>"
            + (isClosed ? "<section><template shadowrootmode=closed>\(frame)</template></section>" : frame)
    }

    @Test(
        "a secret in a closed shadow tree that holds no element is painted over",
        arguments: [
            "host.attachShadow({ mode: 'closed' }).append('hunter/22&x')",
            "host.attachShadow({ mode: 'closed' }).append('hunter', '/22&x', document.createComment('?'))",
        ]
    )
    func textAlone(script: String) async throws {
        let html =
            "<body style='margin: 0'><div id=host style='font: 20px/40px monospace; background: #fff'>"
            + "</div><script>\(script)</script>"
        try await withHTML(html) { page in
            let picture = try await page.screenshot(masking: Self.mask, until: within(.seconds(20)))
            let points = [(x: 3, y: 20), (x: 100, y: 20), (x: 300, y: 20)]
            #expect(
                try await colors(of: picture, at: points, in: page).colors == [
                    "#cc00cc", "#cc00cc", "#ffffff",
                ]
            )
        }
    }

    @Test(
        "a secret in a closed shadow tree is painted over; a password field is not, and nothing stays of it",
        arguments: [
            attached, nested, declared, framing(attached, isClosed: true), framing(attached, isClosed: false),
        ]
    )
    func painted(html: String) async throws {
        try await withHTML(html) { page in
            let deadline = within(.seconds(20))
            let before = try await page.stillPicture(until: deadline)
            let picture = try await page.screenshot(masking: Self.mask, until: deadline)
            #expect(try await page.screenshot(until: deadline) == before)
            #expect(try await colors(of: picture, at: Self.points, in: page).colors == Self.masked)
        }
    }

    @Test("a secret that stands in several elements of a closed shadow tree is painted over")
    func split() async throws {
        let html = """
            <body style='margin: 0'><section><template shadowrootmode=closed><style>span { display: inline-block;
            width: 200px; font: 20px/40px monospace }</style>
            <p style='margin: 0'><span>hunter</span><span>/22&amp;x</span></p></template></section>
            """
        try await withHTML(html) { page in
            let picture = try await page.screenshot(masking: Self.mask, until: within(.seconds(20)))
            let points = [(3, 20), (203, 20), (450, 20)].map { (x: $0.0, y: $0.1) }
            let seen = try await colors(of: picture, at: points, in: page).colors
            #expect(seen == ["#cc00cc", "#cc00cc", "#ffffff"])
        }
    }

    @Test("a secret in a closed shadow tree is painted over in a window that opens later, too")
    func secondWindow() async throws {
        try await withHTML("<p>first") { page in
            let deadline = within(.seconds(20))
            _ = try await page.screenshot(masking: Self.mask, until: deadline)
            _ = try await page.run(Script(source: "open('about:blank')"), until: deadline)
            try await page.goTo(.new, until: deadline)
            try await page.open(dataURL(Self.declared), until: deadline)
            let picture = try await page.screenshot(masking: Self.mask, until: deadline)
            #expect(try await colors(of: picture, at: Self.points, in: page).colors == Self.masked)
        }
    }

    /// Pages whose trees scripts can look into, with what is easily counted otherwise.
    private static let openPages = [
        "<!-- a < b --><!doctype html><!-- <html> --><p title='<b>'>1 &lt; 2<!-- <i> --><script>let a = '<b>'</script>",
        "<template><i>1</i></template><noscript><p>x</p></noscript><select><option>1</select><video controls></video>",
        "<svg width=20><defs><g id=g><rect width=5 height=5 /></g></defs><use href='#g'/></svg><math><mi>x</mi></math>",
        "<object data='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>'></object>",
        "<iframe src='about:blank' hidden></iframe><iframe srcdoc='<p>a<b>b'></iframe><embed src='data:text/html,<p>x'>",
        "<iframe sandbox srcdoc='<p>a<b>b'></iframe><iframe sandbox srcdoc='<p>hidden' style='display: none'></iframe>",
        "<div id=o></div><script>o.attachShadow({ mode: 'open' }).innerHTML = '<p>open</p><input>'</script>",
        "<frameset cols='50%,50%'><frame src='about:blank'><frame src='data:text/html,<p>x'></frameset>",
    ]

    @Test("trees that scripts can look into are not read a second time", arguments: openPages)
    func openTrees(html: String) async throws {
        try await expectNoScan(of: { _ in html })
    }

    @Test("nor are they where another process draws a frame")
    func otherProcess() async throws {
        try await expectNoScan(of: { "<iframe src='\($0)'></iframe>" }, arguments: ["--site-per-process"])
    }

    /// Expects that all nodes of a page are not read, but those of one with a closed tree are.
    private func expectNoScan(
        of html: @Sendable (_ site: String) -> String,
        arguments: [String] = []
    ) async throws {
        let scans = Mutex(0)
        let observer: @Sendable (WireExchange) -> Void = { exchange in
            if exchange.request.contains("getFlattenedDocument") { scans.withLock { $0 += 1 } }
        }
        try await withPage(arguments: arguments, observer: observer) { page, site in
            try await page.open(dataURL(html(site.baseURL)), until: within(.seconds(10)))
            for _ in 1...2 {
                _ = try await page.screenshot(masking: Self.mask, until: within(.seconds(10)))
            }
            #expect(scans.withLock(\.self) == 0)
            try await page.open(dataURL(Self.declared), until: within(.seconds(10)))
            _ = try await page.screenshot(masking: Self.mask, until: within(.seconds(10)))
            #expect(scans.withLock(\.self) == 1)
        }
    }
}
