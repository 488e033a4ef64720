import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Frames that load, and that do not") struct FrameLoadTests {
    private static let inside = """
        <h1>Inside</h1><label>Name <input id=n></label><input id=c type=checkbox><p id=o>-</p>
        <button id=b onclick="o.textContent = 'Hello ' + n.value">Greet</button><a href=/next>Next</a>
        """
    /// Pages by their paths; whatever else is asked for is never answered.
    private static let pages = [
        "/loading": "<h1>Around</h1><iframe id=f src=/with-script width=500 height=300></iframe>",
        "/with-script": "<script async src=/never.js></script>" + inside,
        "/silent": "<h1>Around</h1><iframe id=f src=/never></iframe>",
        "/lazy": """
        <div id=tab hidden><iframe id=f loading=lazy src=/inside></iframe></div>
        <button onclick="tab.hidden = false">Show</button>
        """,
        "/below": "<p style='height: 9000px'>Long</p><iframe id=f loading=lazy src=/inside></iframe>",
        "/inside": inside, "/next": "<h1>Next</h1>",
    ]
    private static let frame = [Target.css("#f")]

    private func withPages(_ path: String, _ body: @Sendable (Page) async throws -> Void) async throws {
        try await RawServer.withServer { connection in
            guard let request = connection.readRequest() else { return }
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            guard let page = Self.pages[path] else { return connection.waitForEnd() }
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
            connection.write(head + "\(page.utf8.count)\r\n\r\n\(page)")
        } _: { server in
            try await withPage { page, _ in
                try await page.open(server.baseURL + path, until: within(.seconds(10)))
                try await body(page)
            }
        }
    }

    private func heading(_ state: ElementState) -> [Condition] {
        [Condition(.state(state, .css("h1")), position: .test)]
    }

    @Test("what is in a frame whose script never comes is looked at, filled and pressed")
    func loading() async throws {
        try await withPages("/loading") { page in
            let deadline = within(.seconds(30))
            try await page.expect(heading(.visible), frame: Self.frame, until: deadline)
            let field = page.locator(.by(.label(TextPattern("Name"))), frame: Self.frame)
            try await field.fill("Ann", until: deadline)
            let button = Target.by(.role("button", name: TextPattern("Greet")))
            try await page.locator(button, frame: Self.frame).click(until: deadline)
            try await page.expectText("#o", "Hello Ann", in: Self.frame)
            try await page.locator(.css("#c"), frame: Self.frame).setChecked(true, until: deadline)
            try await page.locator(.css("a"), frame: Self.frame).click(until: deadline)
            try await page.expectText("h1", "Next", in: Self.frame)
            try await page.expectText("h1", "Around")
        }
    }

    @Test("a frame whose document does not come is told as such, and the page around it goes on")
    func silent() async throws {
        try await withPages("/silent") { page in
            let start = ContinuousClock.now
            let error = try await browserError {
                try await page.expect(heading(.visible), frame: Self.frame, until: within(.seconds(1)))
            }
            #expect(start.duration(to: .now) >= .seconds(1), "the time of the step is used")
            let sentence = try #require(error.diagnoses.first?.sentence)
            #expect(sentence.contains("the document of the frame has not come (http://"), "\(sentence)")
            // Nothing is there in an empty document, which is not the one that is meant.
            let absent = try await browserError {
                try await page.locator(.css("h1"), frame: Self.frame).click(until: within(.milliseconds(300)))
            }
            #expect(absent.diagnoses.first?.reason == .noFrame)
            try await page.expectText("h1", "Around")
        }
    }

    @Test(
        "a frame that has not loaded since it is hidden is told with what hides it, and entered once it is shown"
    )
    func lazy() async throws {
        try await withPages("/lazy") { page in
            let button = page.locator(.css("#b"), frame: Self.frame)
            let error = try await browserError { try await button.click(until: within(.seconds(1))) }
            let sentence = try #require(error.diagnoses.first?.sentence)
            #expect(sentence.contains("has not loaded (display: none of <div id=\"tab\">)"), "\(sentence)")
            #expect(try await page.screenshot(until: within(.seconds(10))).count > 500)
            try await page.expect(heading(.hidden), frame: Self.frame, until: within(.seconds(5)))
            let show = Target.by(.role("button", name: TextPattern("Show")))
            try await page.locator(show).click(until: within(.seconds(10)))
            try await button.click(until: within(.seconds(10)))
            try await page.expectText("#o", "Hello", in: Self.frame)
        }
    }

    @Test("a frame that loads only when it comes into view is brought there")
    func below() async throws {
        try await withPages("/below") { page in
            try await page.expectText("h1", "Inside", in: Self.frame)
        }
    }
}
