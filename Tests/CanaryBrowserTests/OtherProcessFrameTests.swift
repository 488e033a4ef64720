import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Frames that another process draws") struct OtherProcessFrameTests {
    private static let inside = """
        <!doctype html><h2>Card</h2><label>Number <input id=n></label><select aria-label=Year><option>26<option>27</select>
        <label><input type=checkbox id=keep> Keep it</label><button id=b>Pay now</button><p id=o>-</p><script>
        b.onclick = () => { o.textContent = `paid ${n.value} ${keep.checked}` };
        b.ondblclick = () => { o.textContent = "twice" };
        n.onkeydown = ({ key }) => { if (key === "Escape") o.textContent = "escaped" };
        </script>
        """

    /// A page with a frame of another site, which is drawn by a process of its own.
    private func withFrame(_ body: @Sendable (Page) async throws -> Void) async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                let port = request.firstMatch(of: #/Host: [^:]+:(\d+)/#)?.output.1 ?? ""
                let outer =
                    "<!doctype html><h1>Shop</h1><iframe title=Pay src='http://localhost:\(port)/in' height=300></iframe>"
                let page = request.hasPrefix("GET /in ") ? Self.inside : outer
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)"
                )
            }
        } _: { server in
            try await withPage(arguments: ["--site-per-process"]) { page, _ in
                try await page.open(server.baseURL + "/", until: within(.seconds(10)))
                try await body(page)
            }
        }
    }

    @Test("roles and labels in it are found, and every action is done")
    func actions() async throws {
        try await withFrame { page in
            let deadline = within(.seconds(30))
            let frame = [Target.css("iframe")]
            func locator(_ target: Target) -> Locator { page.locator(target, frame: frame) }
            let button = Target.by(.role("button", name: TextPattern("Pay now")))
            try await locator(.by(.label(TextPattern("Number")))).fill("4111", until: deadline)
            try await locator(.by(.label(TextPattern("Year")))).select(.label("27"), until: deadline)
            try await locator(.by(.label(TextPattern("Keep it")))).setChecked(true, until: deadline)
            try await locator(button).click(until: deadline)
            try await page.expectText("#o", "paid 4111 true", in: frame)
            try await locator(button).doubleClick(until: deadline)
            try await page.expectText("#o", "twice", in: frame)
            let escape = KeyChord(key: try #require(Key(named: "Escape")), written: "Escape")
            try await locator(.css("#n")).press(escape, until: deadline)
            try await page.expectText("#o", "escaped", in: frame)
            try await locator(.css("#n")).type("22", until: deadline)
            try await page.expect(
                [
                    Condition(.value(.css("#n"), .equals("411122")), position: .test),
                    Condition(
                        .state(.visible, .by(.role("heading", name: TextPattern("Card")))),
                        position: .test
                    ),
                    Condition(
                        .state(.absent, .by(.role("heading", name: TextPattern("Shop")))),
                        position: .test
                    ),
                ],
                frame: frame,
                until: deadline
            )
        }
    }

    @Test("what is not in it is told so")
    func missing() async throws {
        try await withFrame { page in
            let target = Target.by(.role("button", name: TextPattern("Pay later")))
            let error = try await browserError {
                try await page.locator(target, frame: [.css("iframe")]).click(until: within(.seconds(1)))
            }
            #expect(error.diagnoses.first?.reason == .absent)
            #expect(error.diagnoses.first?.frame == ["iframe"])
        }
    }
}
