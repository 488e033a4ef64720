import CanaryBrowser
import CanaryModel
import Foundation
import Testing

@Suite("Pictures of what failed") struct FramedPictureTests {
    private static let style = """
        <style>body { margin: 0; background: #fff } .t { width: 100px; height: 40px; background: #0a0 }</style>
        """
    private static let red = "#e23628"

    static let places: [(String, [Target])] = [
        (
            """
            <header style='position: fixed; top: 0; width: 100%; height: 100px; background: #00a'></header>
            <div style='height: 3000px'></div><div class=t></div><div style='height: 3000px'></div>
            <script>scrollTo(0, 3000)</script>
            """, []
        ),
        ("<div style='height: 3000px'></div><div class=t></div><div style='height: 3000px'></div>", []),
        (
            "<div style='width: 5000px; height: 50px'></div><div class=t style='margin-left: 3000px'></div>",
            []
        ),
        (
            """
            <div style='height: 900px'></div><div id=box style='height: 100px; width: 300px; overflow: auto'>
            <div style='height: 700px'></div><div class=t></div><div style='height: 700px'></div></div>
            <div style='height: 900px'></div>
            """, []
        ),
        (
            """
            <div style='height: 900px'></div><iframe id=f style='height: 150px' srcdoc="<style>.t { width: 100px;
            height: 40px; background: #0a0 }</style><p style='height: 900px'><p class=t>"></iframe>
            """, [.css("#f")]
        ),
        (
            """
            <div style='height: 900px'></div><iframe id=f style='height: 150px' src="data:text/html,<style>.t {
            width: 100px; height: 40px; background: %230a0 }</style><p style='height: 900px'><p class=t>"></iframe>
            """, [.css("#f")]
        ),
        (
            """
            <div style='height: 900px'></div><div style='transform: scale(0.5); transform-origin: 0 0'>
            <iframe id=f style='height: 150px' srcdoc="<style>.t { width: 100px; height: 40px; background: #0a0 }</style>
            <p style='height: 900px'><p class=t>"></iframe></div>
            """, [.css("#f")]
        ),
    ]

    @Test("it is brought into view and framed, wherever it is, and then all is as it was", arguments: places)
    func shown(_ html: String, _ frame: [Target]) async throws {
        try await withHTML("<!doctype html>" + Self.style + html) { page in
            let deadline = within(.seconds(20))
            let scrolled = Script(
                source: "return [scrollX, scrollY, document.querySelector('#box')?.scrollTop ?? 0].join()"
            )
            try await page.expect(
                [Condition(.state(.present, .css(".t")), position: .test)],
                frame: frame,
                until: deadline
            )
            let before = try await page.run(scrolled, until: deadline)
            let failed = FailedTarget(.css(".t"), frame: frame, isCovered: false)
            let picture = try await page.screenshot(framing: failed, until: deadline)
            #expect(try await page.run(scrolled, until: deadline) == before)
            #expect(try await page.locator(.css("[popover]")).count(until: deadline) == 0)
            let region = try #require(picture.element)
            #expect(region.isDrawn && picture.cover == nil)
            let (x, y) = (Int(region.x), Int(region.y))
            let (width, height) = (Int(region.width), Int(region.height))
            let points = [
                (x + 5, y + 5), (x + width - 6, y + height - 6), (x + width / 2, y - 2),
                (x + width / 2, y + height + 1),
                (x - 2, y + height / 2), (x + width + 1, y + height / 2),
            ]
            let seen = try await colors(of: picture.png, at: points, in: page).colors
            #expect(seen.prefix(2) == ["#00aa00", "#00aa00"], "the frame hides nothing of it")
            #expect(seen.dropFirst(2).filter { $0 == Self.red }.count >= 3, "\(seen)")
        }
    }

    @Test("what is covered is framed, and with dashes what covers it, in a document around it too")
    func covered() async throws {
        let element = "<div class=t style='position: absolute; left: 200px; top: 200px'></div>"
        let dialog = """
            <div id=veil style='position: fixed; inset: 100px; background: #00a'><p style='margin: 90px; height: 80px'>Wait
            </div>
            """
        let framed =
            "<iframe id=f style='width: 900px; height: 500px' srcdoc=\"\(Self.style)\(element)\"></iframe>"
        for (html, frame) in [(element, []), (framed, [Target.css("#f")])] {
            try await withHTML("<!doctype html>" + Self.style + html + dialog) { page in
                let failed = FailedTarget(.css(".t"), frame: frame, isCovered: true)
                let picture = try await page.screenshot(framing: failed, until: within(.seconds(20)))
                let element = try #require(picture.element)
                let cover = try #require(picture.cover)
                #expect(element.width == 100 && cover.x == 100 && cover.y == 100 && cover.width > 1000)
                let points = [(Int(element.x) - 2, Int(element.y) + 20), (101, 101), (640, 360)]
                let seen = try await colors(of: picture.png, at: points, in: page).colors
                #expect(seen.first == Self.red && seen.last == "#0000aa", "\(seen)")
            }
        }
    }

    @Test("a secret stays painted over where it comes into view with what failed")
    func masked() async throws {
        let html = """
            <style>p { margin: 0; font: 30px monospace; width: 300px }</style><div style='height: 3000px'></div>
            <p id=secret>hunter22<p id=late></p><button class=t>Save</button><div style='height: 3000px'></div>
            <script>onscroll = () => { late.textContent = 'hunter22' }</script>
            """
        try await withHTML("<!doctype html>" + Self.style + html) { page in
            let failed = FailedTarget(.css(".t"), frame: [], isCovered: false)
            let mask = PictureMask(secrets: ["hunter22"])
            let picture = try await page.screenshot(
                framing: failed,
                masking: mask,
                until: within(.seconds(20))
            )
            let region = try #require(picture.element)
            let points = [(250, Int(region.y) - 60), (250, Int(region.y) - 20)]
            let seen = try await colors(of: picture.png, at: points, in: page).colors
            #expect(seen == ["#cc00cc", "#cc00cc"])
        }
    }

    @Test("of what is not there, or has no box, the view is shown as it is")
    func nothing() async throws {
        try await withHTML("<p class=t hidden>x<p style='height: 3000px'>") { page in
            let plain = try await page.stillPicture(until: within(.seconds(20)))
            for target in [".t", "#none"] {
                let failed = FailedTarget(.css(target), frame: [], isCovered: false)
                let picture = try await page.screenshot(framing: failed, until: within(.seconds(20)))
                #expect(picture == FramedPicture(png: plain))
            }
        }
    }
}
