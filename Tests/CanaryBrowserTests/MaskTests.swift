import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Secrets in pictures") struct MaskTests {
    private static let secret = "hunter/22&x"
    private static let mask = PictureMask(secrets: [secret, "not-there"])

    /// The secret in five ways, one each 40 pixels; none of it reaches as far as 590.
    private static let content = """
        <style>body { margin: 0; background: #fff } p, input { display: block; box-sizing: border-box; margin: 0;
        width: 600px; height: 40px; border: 0; padding: 0; font: 20px monospace }</style>
        <p>hunter/22&amp;x</p><input value="a hunter/22&amp;x"><p>\(Data("me:\(secret)".utf8).base64EncodedString())</p>
        <p>?q=hunter%2F22%26x</p><p>&amp;quot;hunter&amp;#x2f;22&amp;amp;x&amp;quot;</p><p>nothing</p>
        """
    /// A point in each of its lines.
    private static let points = (0..<6).map { (x: 590, y: 40 * $0 + 20) }
    private static let masked = Array(repeating: "#cc00cc", count: 5) + ["#ffffff"]

    /// A page with nothing but a frame, 600 by 260.
    private func framing(_ attribute: String) -> String {
        "<style>body { margin: 0 }</style><iframe style='display: block; width: 600px; height: 260px; border: 0' \(attribute)></iframe>"
    }

    private func quoted(_ html: String) -> String {
        "'\(html.replacing("&", with: "&amp;").replacing("'", with: "&#39;"))'"
    }

    /// Expects that secrets are painted over, and nothing else; of frames of other origins, on a busy machine, all is.
    private func expectMasked(_ page: Page, mayBeWhole: Bool = false) async throws {
        let deadline = within(.seconds(20))
        let before = try await page.stillPicture(until: deadline)
        let masked = try await page.screenshot(masking: Self.mask, until: deadline)
        #expect(try await page.screenshot(until: deadline) == before)
        let seen = try await colors(of: masked, at: Self.points, in: page).colors
        #expect(seen == Self.masked || mayBeWhole && seen == Array(repeating: "#cc00cc", count: 6), "\(seen)")
    }

    @Test("a secret is painted over in the forms in which it is masked in text")
    func forms() async throws {
        try await withHTML(Self.content) { page in try await expectMasked(page) }
    }

    @Test("a secret that stands in several elements of a line is painted over, one in several blocks is none")
    func split() async throws {
        let html = """
            <style>body { margin: 0; background: #fff } p, div { margin: 0; width: 600px; height: 40px; font: 20px monospace }
            b, i, span { display: inline-block; width: 200px; height: 40px }</style>
            <p><b>hunter</b><i>/22&amp;</i><span>x</span></p><div>hunter/22</div><div>&amp;x</div>
            """
        try await withHTML(html) { page in
            let picture = try await page.screenshot(masking: Self.mask, until: within(.seconds(20)))
            let points = [(190, 30), (390, 30), (590, 30), (590, 60), (590, 100)].map { (x: $0.0, y: $0.1) }
            let seen = try await colors(of: picture, at: points, in: page).colors
            #expect(seen == Array(repeating: "#cc00cc", count: 3) + ["#ffffff", "#ffffff"])
        }
    }

    @Test(
        "a secret is painted over in lists, placeholders, in place of images, in rows, where it may be broken"
    )
    func beyondTexts() async throws {
        let elements = [
            "<select><option>another<option selected>a hunter/22&amp;x</select>",
            "<select><option label='hunter/22&amp;x'>another</select>",
            "<input placeholder='hunter/22&amp;x'>", "<textarea placeholder='hunter/22&amp;x'></textarea>",
            "<input type=password placeholder='hunter/22&amp;x'>", "<img alt='hunter/22&amp;x' src='data:,'>",
            "<div style='display: flex'><div>hunter</div><div>/22&amp;x</div></div>",
            "<div>hunt&shy;er/&#8203;22&amp;x</div>", "<div>h&shy;unter/22&amp;&#xFEFF;x</div>",
        ]
        let others = [
            "<select><option>another</select>", "<input placeholder=another>",
            "<img alt=another src='data:,'>",
            "<div style='display: flex; flex-direction: column'><div>hunter</div><div>/22&amp;x</div></div>",
        ]
        let html = """
            <style>body { margin: 0; background: #fff } select, input, textarea, img, body > div { display: block;
            box-sizing: border-box; margin: 0; width: 600px; height: 40px; border: 0; padding: 0; overflow: hidden;
            background: #fff; font: 20px monospace } div > div { flex: 1 }</style>\((elements + others).joined())
            """
        try await withHTML(html) { page in
            let deadline = within(.seconds(20))
            let before = try await page.stillPicture(until: deadline)
            let picture = try await page.screenshot(masking: Self.mask, until: deadline)
            #expect(try await page.screenshot(until: deadline) == before)
            let points = (0..<elements.count + others.count).map { (x: 550, y: 40 * $0 + 30) }
            let seen = try await colors(of: picture, at: points, in: page).colors
            #expect(seen.prefix(elements.count).allSatisfy { $0 == "#cc00cc" }, "\(seen)")
            #expect(seen.dropFirst(elements.count).allSatisfy { $0 == "#ffffff" }, "\(seen)")
        }
    }

    @Test("a secret is painted over where what follows in another block begins as it ends")
    func overlapping() async throws {
        let html = """
            <style>body { margin: 0 } div { width: 600px; height: 40px }</style><div>abab</div><div>ab</div>
            """
        try await withHTML(html) { page in
            let mask = PictureMask(secrets: ["abab"])
            let picture = try await page.screenshot(masking: mask, until: within(.seconds(20)))
            let seen = try await colors(of: picture, at: [(590, 20), (590, 60)], in: page).colors
            #expect(seen == ["#cc00cc", "#ffffff"])
        }
    }

    @Test("a secret with white space is painted over where it is read so", arguments: ["a b c", "a+b c"])
    func spaced(secret: String) async throws {
        let html = "<body style='margin: 0'><p style='margin: 0; height: 60px; width: 600px'>a\n  b c</p>"
        try await withHTML(html) { page in
            let mask = PictureMask(secrets: [secret])
            let picture = try await page.screenshot(masking: mask, until: within(.seconds(20)))
            #expect(try await colors(of: picture, at: [(590, 50)], in: page).colors == ["#cc00cc"])
        }
    }

    @Test("a secret in a frame of another origin is painted over, however deep; nothing stays of it")
    func foreignFrames() async throws {
        let foreign = framing("src='\(try dataURL(Self.content))'")
        let pages = [
            (1, foreign), (2, framing("src='\(try dataURL(foreign))'")),
            (2, framing("srcdoc=\(quoted(foreign))")),
            (1, framing("sandbox srcdoc=\(quoted(Self.content))")),
            (2, framing("src='\(try dataURL(framing("srcdoc=\(quoted(Self.content))")))'")),
        ]
        try await withPage { page, _ in
            for (depth, html) in pages {
                try await page.open(dataURL(html), until: within(.seconds(5)))
                let path = Array(repeating: Target.css("iframe"), count: depth)
                try await page.expectText("p:last-child", "nothing", in: path)
                try await expectMasked(page, mayBeWhole: true)
            }
        }
    }

    @Test("a secret in a frame of another server is painted over, and the step stays in its frame")
    func foreignServer() async throws {
        try await withPage("/cases/echo") { page, site in
            let deadline = within(.seconds(20))
            let frame = try await show(site, in: page)
            let body = "return document.documentElement.outerHTML"
            let html = try await page.run(Script(source: body), frame: frame, until: deadline)
            let picture = try await page.screenshot(masking: Self.mask, until: deadline)
            let after = try await page.run(Script(source: body), frame: frame, until: deadline)
            #expect(after == html)
            #expect(try await colors(of: picture, at: Self.points, in: page).colors == Self.masked)
        }
    }

    /// Puts a frame of another site into the page, and the content into it.
    private func show(_ site: DemoSite, in page: Page) async throws -> [Target] {
        let deadline = within(.seconds(10))
        let other = site.baseURL.replacing("127.0.0.1", with: "localhost")
        let html = framing("id=frame src='\(other)/cases/echo?it=arrived'")
        _ = try await page.run(Script(source: "document.body.innerHTML = `\(html)`"), until: deadline)
        let frame = [Target.css("#frame")]
        let arrived = Condition(.text(.css("body"), .contains("arrived")), position: .test)
        try await page.expect([arrived], frame: frame, until: deadline)
        let content = Script(source: "document.body.innerHTML = `\(Self.content)`")
        _ = try await page.run(content, frame: frame, until: deadline)
        return frame
    }

    @Test("frames that another process draws are painted over whole, at once though one loops for ever")
    func otherProcess() async throws {
        let picture = try await withPage("/cases/echo", arguments: ["--site-per-process"]) { page, site in
            let deadline = within(.seconds(20))
            let frame = try await show(site, in: page)
            let before = try await page.stillPicture(until: deadline)
            let loop = Script(source: "setTimeout(() => { while (true); }, 300)")
            _ = try await page.run(loop, frame: frame, until: deadline)
            let wait = Script(source: "return new Promise((done) => setTimeout(done, 600))")
            _ = try await page.run(wait, until: deadline)
            var pictures: [Data] = []
            for _ in 1...2 {
                let start = ContinuousClock.now
                pictures.append(try await page.screenshot(masking: Self.mask, until: deadline))
                #expect(start.duration(to: .now) < .seconds(10))
            }
            #expect(try await page.screenshot(until: deadline) == before)
            #expect(pictures[0] == pictures[1])
            return pictures[0]
        }
        try await withPage { page, _ in
            let seen = try await colors(of: picture, at: Self.points + [(300, 255), (300, 265)], in: page)
            #expect(seen.colors == Array(repeating: "#cc00cc", count: 7) + ["#ffffff"])
        }
    }

    @Test("a frame that is being loaded neither holds the picture up nor is kept from loading on")
    func loadingFrame() async throws {
        let isReleased = DispatchSemaphore(value: 0)
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let isScript = request.hasPrefix("GET /script")
                if isScript { isReleased.wait() }
                let body =
                    isScript ? "document.body.append('ran')" : Self.content + "<script src=/script></script>"
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                )
            }
        } _: { server in
            defer { isReleased.signal() }
            try await withPage("/cases/echo") { page, _ in
                let deadline = within(.seconds(20))
                let html = framing("id=frame src='\(server.baseURL)'")
                _ = try await page.run(Script(source: "document.body.innerHTML = `\(html)`"), until: deadline)
                while !server.requests.contains(where: { $0.hasPrefix("GET /script") }) {
                    try await Task.sleep(for: .milliseconds(5))
                }
                let start = ContinuousClock.now
                let picture = try await page.screenshot(masking: Self.mask, until: deadline)
                #expect(start.duration(to: .now) < .seconds(4))
                isReleased.signal()
                let ran = Condition(.text(.css("body"), .contains("ran")), position: .test)
                try await page.expect([ran], frame: [.css("#frame")], until: deadline)
                #expect(try await colors(of: picture, at: Self.points, in: page).colors == Self.masked)
            }
        }
    }
}
