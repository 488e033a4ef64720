import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryBrowser

/// A page that asks before it is left, whose inputs lead to another that would take the same once more: both report
/// every press and key that reaches them.
private enum Leaving {
    static let reporting = """
        <!doctype html><title>T</title><script>
        for (const type of ["pointerdown", "keydown"]) addEventListener(type, (event) => {
            if (event.isTrusted) navigator.sendBeacon(`/got?${type}${location.pathname}`);
        }, true);
        </script>
        """
    static let first =
        reporting + """
            <style>#b, #d { display: inline-block; width: 200px; height: 60px } a { display: block; width: 5em }</style>
            <button id=b>Go</button><button id=d>Twice</button><input id=c type=checkbox><input id=f>
            <a id=two href="/next">one two three four <b style="position: relative; left: -9999px">x</b></a>
            <select id=s><option>One<option>Two</select><a id=download href="/download">Get</a>
            <script>
            const leave = () => { location.href = "/next" };
            b.onclick = d.ondblclick = c.onchange = s.onchange = leave;
            // Not Enter, which clicks a button as well: two navigations at once are too much for the driver.
            b.onkeydown = f.onkeydown = leave;
            addEventListener("beforeunload", (event) => { event.preventDefault(); event.returnValue = "x" });
            </script>
            """
    static let next = reporting + "<h1>Next</h1>"

    /// Serves both pages, and a download.
    @Sendable static func serve(_ connection: RawConnection) {
        while let request = connection.readRequest() {
            let path = request.split(separator: " ").dropFirst().first ?? ""
            let body = path == "/next" ? next : path == "/" ? first : ""
            let extra = path == "/download" ? "Content-Disposition: attachment\r\n" : ""
            connection.write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(extra)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        }
    }

    /// What the pages got, as they told the server.
    static func got(_ server: RawServer) -> [String] {
        server.requests.compactMap {
            $0.firstMatch(of: #/^POST /got\?(\S+)/#).map { String($0.output.1) }
        }
    }
}

@Suite("Input that leaves a page which asks before it is left") struct LeavingTests {
    /// An input, where it is done, and what the page gets of it.
    struct Input: Sendable, CustomStringConvertible {
        let description: String
        let got: [String]
        let act: @Sendable (Page) async throws -> Void
    }

    static let inputs = [
        Input(description: "click", got: ["pointerdown/"]) {
            try await $0.locator(.css("#b")).click(until: within(.seconds(10)))
        },
        Input(description: "double click", got: ["pointerdown/", "pointerdown/"]) {
            try await $0.locator(.css("#d")).doubleClick(until: within(.seconds(10)))
        },
        Input(description: "click on what lies on several lines", got: ["pointerdown/"]) {
            try await $0.locator(.css("#two")).click(until: within(.seconds(10)))
        },
        Input(description: "check", got: ["pointerdown/"]) {
            try await $0.locator(.css("#c")).setChecked(true, until: within(.seconds(10)))
        },
        Input(description: "key on an element", got: ["keydown/"]) {
            let key = try #require(Key(named: "x"))
            let chord = KeyChord(key: key, written: "x")
            try await $0.locator(.css("#b")).press(chord, until: within(.seconds(10)))
        },
        Input(description: "key on the page", got: ["keydown/"]) {
            let key = try #require(Key(named: "x"))
            _ = try await $0.run(PageFocus.script, until: within(.seconds(10)))
            try await $0.press(KeyChord(key: key, written: "x"), until: within(.seconds(10)))
        },
        Input(description: "typing", got: ["keydown/"]) {
            try await $0.locator(.css("#f")).type("a", until: within(.seconds(10)))
        },
        Input(description: "choosing an option", got: []) {
            try await $0.locator(.css("#s")).select(.label("Two"), until: within(.seconds(10)))
        },
    ]

    @Test("is done once, and the next page gets nothing of it", arguments: LeavingTests.inputs)
    func leaves(_ input: Input) async throws {
        // The log makes the driver slow enough that the dialog interrupts it in most of the tries.
        try await withPage(logs: ["performance": "ALL"]) { page, _ in
            for _ in 1...4 {
                try await RawServer.withServer(serve: Leaving.serve) { server in
                    try await page.open(server.baseURL + "/", until: within(.seconds(10)))
                    // Without a press before, browsers do not ask.
                    try await page.locator(.css("#f")).click(until: within(.seconds(10)))
                    try await input.act(page)
                    let url = try await page.place(until: within(.seconds(10))).url
                    #expect(url.hasSuffix("/next"))
                    #expect(Leaving.got(server) == ["pointerdown/"] + input.got)
                }
            }
        }
    }

    @Test("and that only downloads something is pressed once")
    func downloads() async throws {
        try await withPage(logs: ["performance": "ALL"]) { page, _ in
            for _ in 1...4 {
                try await RawServer.withServer(serve: Leaving.serve) { server in
                    try await page.open(server.baseURL + "/", until: within(.seconds(10)))
                    try await page.locator(.css("#f")).click(until: within(.seconds(10)))
                    try await page.locator(.css("#download")).click(until: within(.seconds(10)))
                    #expect(Leaving.got(server) == ["pointerdown/", "pointerdown/"])
                }
            }
        }
    }

    @Test("and that came to nothing, as the page had gone on by itself, is done on the next page")
    func ownNavigation() async throws {
        let page = """
            <!doctype html><button id=b style="width: 200px; height: 60px">Go</button><script>
            const n = Number(location.search.slice(1));
            const count = (what) => { sessionStorage[what] = Number(sessionStorage[what] ?? 0) + 1 };
            document.title = `${sessionStorage.presses ?? 0} ${sessionStorage.clicks ?? 0}`;
            b.onpointerdown = () => count("presses");
            b.onclick = () => count("clicks");
            if (n < 10) setTimeout(() => location.replace("/?" + (n + 1)), 150 + 7 * n % 40);
            </script>
            """
        try await withPage { browser, _ in
            var titles: [String] = []
            for _ in 1...4 {
                try await RawServer.withServer(serve: { connection in
                    while let request = connection.readRequest() {
                        let body = request.hasPrefix("GET") ? page : ""
                        connection.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                        )
                    }
                }) { server in
                    try await browser.open(server.baseURL + "/?0", until: within(.seconds(10)))
                    try await browser.locator(.css("#b")).click(until: within(.seconds(20)))
                    try await browser.expect(
                        [Condition(.url(.endsWith("?10")), position: .test)],
                        until: within(.seconds(20))
                    )
                    titles.append(try await browser.place(until: within(.seconds(10))).title)
                }
            }
            // Where the page goes on while it is pressed, it is not known whether the press was the cause: it is not done
            // again, as it would be twice otherwise.
            let clicks = titles.map { $0.split(separator: " ").last ?? "" }
            #expect(clicks.allSatisfy { ["0", "1"].contains($0) }, "presses and clicks: \(titles)")
            #expect(clicks.contains("1"), "presses and clicks: \(titles)")
        }
    }
}

@Suite("Input that a document has missed") struct MissedInputTests {
    struct Arrival: CustomTestStringConvertible {
        let testDescription: String
        /// When the next document took its place, in ms.
        let come: Double?
        var inputs: Int? = 0
        let isMissed: Bool
    }

    // The button is let go at 120.
    static let arrivals = [
        Arrival(testDescription: "gone before the press", come: 90, isMissed: true),
        Arrival(testDescription: "gone between press and release", come: 110, isMissed: true),
        Arrival(testDescription: "gone after the release", come: 130, isMissed: false),
        Arrival(testDescription: "got by the next one", come: 90, inputs: 1, isMissed: false),
        Arrival(testDescription: "no time told", come: nil, isMissed: false),
        Arrival(testDescription: "inputs not counted", come: 90, inputs: nil, isMissed: false),
    ]

    @Test("is told by when the next one came", arguments: MissedInputTests.arrivals)
    func missed(_ arrival: Arrival) {
        let place = DocumentState(document: 10, come: arrival.come, inputs: arrival.inputs)
        #expect(place.hasMissed(by: 120, in: 1) == arrival.isMissed)
    }

    @Test("is none where the document is still there")
    func same() {
        #expect(!DocumentState(document: 1, come: 3, inputs: 0).hasMissed(by: 120, in: 1))
    }
}

@Suite("The clock of a page") struct PageClockTests {
    @Test("is that of the quickest answer, unless it was set")
    func quickest() throws {
        var clock = PageClock()
        #expect(clock.time(at: .now) == nil)
        clock.take(1_000_000)
        clock.take(999_000.5)  // an answer that was late
        let told = try #require(clock.time(at: .now))
        #expect(told >= 1_000_000 && told < 1_000_900)
        clock.take(2_000_000)
        #expect(try #require(clock.time(at: .now)) >= 2_000_000)
        clock.take(1_000_000)  // set back
        #expect(try #require(clock.time(at: .now)) < 1_001_000)
    }
}

@Suite("Pages that do not come to rest") struct RestlessPageTests {
    @Test(
        "a page that replaces an element for ever is told so, by a role as by a selector",
        arguments: [Target.css("#b"), .by(.role("button", name: TextPattern("Settings")))]
    )
    func replaced(_ target: Target) async throws {
        let html = """
            <button id=b>Settings</button><script>
            setInterval(() => { const e = document.querySelector("#b"); e.replaceWith(e.cloneNode(true)) }, 1)
            </script>
            """
        try await withHTML(html) { page in
            do {
                try await page.locator(target).click(until: within(.seconds(2)))
                // On a fast machine it is hit now and then, on a busy one it starves.
            } catch let error as BrowserError {
                #expect(error.code == .selector || error.code == .starved)
                #expect(
                    error.diagnoses.first?.sentence.contains("replaced it again and again") == true,
                    "\(error) \(error.diagnoses.map(\.sentence))"
                )
            }
        }
    }

    @Test("a page that loads itself again for ever is told to navigate on and on")
    func reloading() async throws {
        let html = "<h1>Hello</h1><script>setTimeout(() => location.reload(), 30)</script>"
        try await RawServer.withServer { connection in
            while connection.readRequest() != nil {
                let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                connection.write(head + "\(html.utf8.count)\r\n\r\n\(html)")
            }
        } _: { server in
            try await withPage { page, _ in
                let error = try await browserError {
                    try await page.open(server.baseURL + "/", until: within(.seconds(3)))
                    try await page.expect(
                        [Condition(.state(.visible, .css("#never")), position: .test)],
                        until: within(.seconds(3))
                    )
                }
                let isTold = error.message.contains("navigates on and on") || error.code == .expectation
                #expect(isTold, "\(error)")
            }
        }
    }
}

private enum PageFocus {
    static let script = Script(source: "document.querySelector('#b').focus()")
}
