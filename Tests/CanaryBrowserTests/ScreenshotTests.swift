import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import Testing

@Suite("Pictures of a page") struct ScreenshotTests {
    private static let html = """
        <style>body { margin: 0; height: 3000px; background: #fff } div, input, p { position: absolute; margin: 0 }</style>
        <div id=box style="left: 100px; top: 50px; width: 200px; height: 100px; background: #0a0"></div>
        <div id=low style="left: 100px; top: 650px; width: 200px; height: 100px; background: #00a"></div>
        <p id=text style="left: 400px; top: 50px; width: 300px; height: 40px; font: 30px monospace">my hunter22 is</p>
        <input id=field style="left: 400px; top: 150px; width: 300px; height: 40px; font: 30px monospace; border: 0">
        <div id=host style="left: 400px; top: 250px; width: 300px; height: 40px"></div>
        <iframe id=frame srcdoc="<p style='font: 30px monospace'>hunter22" style="position: absolute; left: 400px;
          top: 350px; width: 300px; height: 100px; border: 0"></iframe>
        <script>
          document.querySelector("#field").value = "a hunter22";
          document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML =
            "<p style='margin: 0; height: 40px; font: 30px monospace'>hunter22";
        </script>
        """

    private func withHTML(_ body: @Sendable (Page) async throws -> Void) async throws {
        try await withPage { page, _ in
            try await page.open(dataURL(Self.html), until: within(.seconds(5)))
            try await body(page)
        }
    }

    @Test("the viewport, the whole page and one element are shown as asked")
    func subjects() async throws {
        try await withHTML { page in
            let deadline = within(.seconds(20))
            let viewport = try await page.screenshot(until: deadline)
            let whole = try await page.screenshot(of: .fullPage, until: deadline)
            let element = try await page.screenshot(of: .element(.css("#box")), until: deadline)
            #expect(
                try await colors(of: viewport, at: [(110, 60), (90, 60)], in: page) == (
                    ["#00aa00", "#ffffff"], "1280x720"
                )
            )
            let (_, size) = try await colors(of: whole, at: [(110, 60)], in: page)
            #expect(size == "1265x3000", "without the scroll bar")
            #expect(
                try await colors(of: element, at: [(0, 0), (199, 99)], in: page) == (
                    ["#00aa00", "#00aa00"], "200x100"
                )
            )
        }
    }

    @Test("an element is shown whole where the view has room for it, and what is to be masked stays so")
    func wholeElement() async throws {
        try await withHTML { page in
            let deadline = within(.seconds(20))
            let low = try await page.screenshot(of: .element(.css("#low")), until: deadline)
            let masked = try await page.screenshot(
                of: .element(.css("#low")),
                masking: PictureMask(targets: [.css("#low")]),
                until: deadline
            )
            let points = [(x: 0, y: 0), (x: 199, y: 99)]
            #expect(try await colors(of: low, at: points, in: page) == (["#0000aa", "#0000aa"], "200x100"))
            #expect(
                try await colors(of: masked, at: points, in: page) == (["#cc00cc", "#cc00cc"], "200x100")
            )
        }
    }

    @Test("an element that the view has no room for is shown whole, and the page is left as it was")
    func largeElement() async throws {
        let html = """
            <style>body { margin: 0; background: #fff } div { margin: 40px; width: 1600px; height: 2500px; background: #0a0 }
            p { margin: 0; height: 20px; background: #00a }</style><div id=large><p></p></div><p id=end></p>
            """
        try await withPage { page, _ in
            try await page.open(dataURL(html), until: within(.seconds(5)))
            let deadline = within(.seconds(20))
            let large = try await page.screenshot(
                of: .element(.css("#large")),
                masking: PictureMask(targets: [.css("#large p")]),
                until: deadline
            )
            let seen = try await colors(of: large, at: [(0, 0), (1599, 19), (0, 20), (1599, 2499)], in: page)
            #expect(seen == (["#cc00cc", "#cc00cc", "#00aa00", "#00aa00"], "1600x2500"))
            let size = Script(source: "return innerWidth + 'x' + innerHeight")
            #expect(try await page.run(size, until: deadline) == .string("1280x720"))
        }
    }

    @Test("a target is painted over in the picture, and not after it")
    func maskedTarget() async throws {
        try await withHTML { page in
            let deadline = within(.seconds(20))
            let mask = PictureMask(targets: [.css("#box"), .css("#not-there"), .css("p")])
            let masked = try await page.screenshot(masking: mask, until: deadline)
            let after = try await page.screenshot(until: deadline)
            let points = [(x: 110, y: 60), (x: 290, y: 140), (x: 695, y: 85)]
            #expect(
                try await colors(of: masked, at: points, in: page).colors == [
                    "#cc00cc", "#cc00cc", "#cc00cc",
                ]
            )
            #expect(
                try await colors(of: after, at: points, in: page).colors == ["#00aa00", "#00aa00", "#ffffff"]
            )
        }
    }

    @Test("a target is painted over above a modal dialog too")
    func maskedInDialog() async throws {
        try await withPage { page, _ in
            let html = """
                <dialog id=dialog style="inset: 0 auto auto 0; margin: 0; width: 300px; height: 200px; background: #fff">
                <div id=inner style="position: absolute; left: 50px; top: 50px; width: 80px; height: 80px"></div></dialog>
                <script>dialog.showModal()</script>
                """
            try await page.open(dataURL(html), until: within(.seconds(5)))
            let mask = PictureMask(targets: [.css("#inner")])
            let masked = try await page.screenshot(masking: mask, until: within(.seconds(20)))
            #expect(try await colors(of: masked, at: [(60, 60)], in: page).colors == ["#cc00cc"])
        }
    }

    @Test(
        "a secret is painted over where it is text, a value, in a shadow root or in a frame; nothing stays of it"
    )
    func maskedSecret() async throws {
        try await withHTML { page in
            let deadline = within(.seconds(20))
            let before = try await page.stillPicture(until: deadline)
            let mask = PictureMask(secrets: ["hunter22", "not-there"])
            let masked = try await page.screenshot(masking: mask, until: deadline)
            let styles = try await page.locator(.css("#text")).attribute("style", until: deadline)
            let after = try await page.screenshot(until: deadline)
            #expect(after == before)
            #expect(styles?.contains("transparent") == false)
            let points = [
                (x: 690, y: 55), (x: 690, y: 155), (x: 690, y: 255), (x: 690, y: 395), (x: 110, y: 60),
            ]
            let seen = try await colors(of: masked, at: points, in: page).colors
            #expect(seen == ["#cc00cc", "#cc00cc", "#cc00cc", "#cc00cc", "#00aa00"])
        }
    }

    @Test("a secret that the page does not hold costs one look and changes nothing")
    func unheldSecret() async throws {
        try await withHTML { page in
            let before = try await page.stillPicture(until: within(.seconds(20)))
            let mask = PictureMask(secrets: ["hunter23"])
            #expect(try await page.screenshot(masking: mask, until: within(.seconds(20))) == before)
        }
    }

    @Test("pictures that are asked for as a page goes on do not hold the driver up")
    func takenAsItGoesOn() async throws {
        try await withPage { page, site in
            for delay in stride(from: 0, to: 120, by: 8) {
                let start = ContinuousClock.now
                try await page.open(site.baseURL + "/login", until: within(.seconds(10)))
                let leave = Script(source: "setTimeout(() => { location = '/' }, \(delay))")
                _ = try await page.run(leave, until: within(.seconds(10)))
                do {
                    _ = try await page.screenshot(until: within(.seconds(20)))
                } catch let error as BrowserError {
                    // The document went as it was asked for: there is none, and the driver knows it at once.
                    #expect(error.message.contains("went"), "\(error)")
                }
                try await page.expect(
                    [Condition(.url(.endsWith("/")), position: .test)],
                    until: within(.seconds(10))
                )
                #expect(start.duration(to: .now) < .seconds(10), "\(delay)")
            }
        }
    }

    @Test("what comes too late is told with the time at which it came, and without other selectors")
    func late() async throws {
        try await withPage { page, _ in
            try await page.open(dataURL("<body>"), until: within(.seconds(5)))
            let late = "setTimeout(() => { document.body.innerHTML = '<p id=late>late' }, 400)"
            _ = try await page.run(Script(source: late), until: within(.seconds(5)))
            let error = try await browserError {
                try await page.expect(
                    [Condition(.state(.visible, .css("#late")), position: .test)],
                    until: within(.milliseconds(250))
                )
            }
            let appeared = try #require(error.diagnoses.first?.appearedAfter)
            #expect((250...550).contains(appeared))
            #expect(error.diagnoses.first?.suggestions == [])
            let never = try await browserError {
                try await page.locator(.css("#never")).click(until: within(.milliseconds(100)))
            }
            #expect(never.diagnoses.first?.appearedAfter == nil)
        }
    }
}
