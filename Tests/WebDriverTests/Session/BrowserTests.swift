import Foundation
import TestSupport
import Testing

@testable import WebDriver

/// Every command against a real chromedriver and browser.
@Suite("A real browser", .serialized, .timeLimit(.minutes(13))) struct BrowserTests {
    @Test("navigates")
    func navigation() async throws {
        try await CannedServer.withServer { _ in
            canned("200 OK", "<title>é</title>", type: "text/html; charset=utf-8")
        } _: { server in
            try await withBrowserSession { session in
                let url = "http://\(server.address)/"
                try await session.send(.navigate(to: url))
                try await session.send(.navigate(to: url + "second"))
                #expect(try await session.send(.getCurrentURL) == url + "second")
                try await session.send(.back)
                #expect(try await session.send(.getCurrentURL) == url)
                try await session.send(.forward)
                #expect(try await session.send(.getCurrentURL) == url + "second")
                try await session.send(.refresh)
                #expect(try await session.send(.getTitle) == "é")
                #expect(try await session.send(.getPageSource).contains("<title>é</title>"))
            }
        }
    }

    @Test("says why a page cannot be opened")
    func refused() async throws {
        let stopped = try await CannedServer.withServer { _ in
            nil
        } _: {
            $0.address
        }
        try await withBrowserSession { session in
            let error = try await #require(throws: WebDriverError.self) {
                try await session.send(.navigate(to: "http://\(stopped)/"))
            }
            #expect(error.navigationError == "net::ERR_CONNECTION_REFUSED")
            #expect(!error.isTransient && !error.isSessionGone)
        }
    }

    @Test("finds elements and tells their state")
    func elements() async throws {
        try await withBrowserSession { session in
            try await session.open(
                #"""
                <body style="margin:0"><h1 id=top class="a b" style="color:rgb(255,0,0);width:200px;height:40px;margin:0">
                Hello <b>you</b></h1><input type=checkbox checked><button disabled>Go</button><a href="#x">A link here</a>
                <div id=host></div><p hidden>no</p>
                <script>host.attachShadow({mode: 'open'}).innerHTML = '<i id=s>one</i><i>two</i>'</script>
                """#
            )
            let heading = try await session.element("#top")
            #expect(try await session.send(.findElements(using: .xpath, "//h1")) == [heading])
            #expect(try await session.send(.findElements(using: .css, "#none")) == [])
            let bold = try await session.send(.findElement(in: heading, using: .tagName, "b"))
            #expect(try await session.send(.findElements(in: heading, using: .css, "*")) == [bold])
            let link = try await session.send(.findElement(using: .linkText, "A link here"))
            #expect(try await session.send(.findElement(using: .partialLinkText, "link")) == link)
            #expect(try await session.send(.getTagName(of: heading)) == "h1")
            #expect(try await session.send(.getText(of: heading)) == "Hello you")
            #expect(try await session.send(.getAttribute("class", of: heading)) == "a b")
            #expect(try await session.send(.getAttribute("none", of: heading)) == nil)
            #expect(try await session.send(Command<Int>.getProperty("childElementCount", of: heading)) == 1)
            #expect(try await session.send(.getCSSValue("color", of: heading)) == "rgba(255, 0, 0, 1)")
            #expect(try await session.send(.getRect(of: heading)) == Rect(x: 0, y: 0, width: 200, height: 40))
            #expect(try await session.send(.getComputedRole(of: heading)) == "heading")
            #expect(try await session.send(.getComputedLabel(of: heading)) == "Hello you")
            #expect(try await session.send(.isDisplayed(heading)))
            let hidden = try await session.element("p")
            #expect(try await !session.send(.isDisplayed(hidden)))
            let box = try await session.element("[type=checkbox]")
            #expect(try await session.send(.isSelected(box)))
            let button = try await session.element("button")
            #expect(try await !session.send(.isEnabled(button)))
            let host = try await session.element("#host")
            let root = try await session.send(.getShadowRoot(of: host))
            let inner = try await session.send(.findElement(in: root, using: .css, "#s"))
            #expect(try await session.send(.findElements(in: root, using: .css, "i")).first == inner)
            #expect(try await session.send(.getText(of: inner)) == "one")
        }
    }

    @Test("names what is wrong with an element")
    func elementFailures() async throws {
        try await withBrowserSession { session in
            try await session.open("<h1>a</h1>")
            let heading = try await session.element("h1")
            func code<R>(of command: Command<R>) async -> WebDriverError? {
                await #expect(throws: WebDriverError.self) { try await session.send(command) }
            }
            let missing = await code(of: .findElement(using: .css, "#none"))
            #expect(missing?.code == .noSuchElement)
            #expect(
                missing?.message
                    == ##"Unable to locate element: {"method":"css selector","selector":"#none"}"##
            )
            #expect(await code(of: .findElement(using: .css, "##"))?.code == .invalidSelector)
            #expect(await code(of: .getShadowRoot(of: heading))?.code == .noSuchShadowRoot)
            try await session.send(.refresh)
            let stale = await code(of: .getText(of: heading))
            #expect(stale?.isStale == true && stale?.isTransient == true)
        }
    }

    @Test("clicks, types and moves")
    func interaction() async throws {
        try await withBrowserSession { session in
            try await session.open(
                """
                <body style="height:3000px"><button onclick="this.textContent += '!'">Go</button><input value=Ann>
                """
            )
            let button = try await session.element("button")
            let input = try await session.element("input")
            try await session.send(.click(button))
            try await session.send(.performActions([.pointer([.move(to: button), .down(), .up()])]))
            #expect(try await session.send(.getText(of: button)) == "Go!!")
            try await session.send(.clear(input))
            try await session.send(.sendKeys("Bob", to: input))
            #expect(try await session.send(.getActiveElement) == input)
            try await session.send(
                .performActions([
                    .key([.down(.control), .down("a"), .up("a"), .up(.control), .down("x"), .up("x")])
                ])
            )
            #expect(try await session.send(Command<String>.getProperty("value", of: input)) == "x")
            try await session.send(.performActions([.key([.down(.shift)])]))
            try await session.send(.releaseActions)
            try await session.send(.sendKeys("y", to: input))
            #expect(try await session.send(Command<String>.getProperty("value", of: input)) == "xy")
            let wheel = WheelAction.scroll(x: 50, y: 50, deltaY: 400)
            try await session.send(
                .performActions([.wheel([wheel]), ActionSequence(id: "n", .none([.zero]))])
            )
            let scrolled = Command<Double>.executeAsync(
                "const done = arguments[0], look = () => scrollY ? done(scrollY) : requestAnimationFrame(look); look()"
            )
            #expect(try await session.send(scrolled) > 0)
            let outside = await #expect(throws: WebDriverError.self) {
                try await session.send(.performActions([.pointer([.move(x: 9000, y: 9000)])]))
            }
            #expect(outside?.code == .moveTargetOutOfBounds)
        }
    }

    @Test("goes into frames and back")
    func frames() async throws {
        try await withBrowserSession { session in
            try await session.open(
                "<p>top</p><iframe srcdoc='<p>one</p><iframe srcdoc=\"<p>two</p>\"></iframe>'></iframe>"
            )
            func text() async throws -> String {
                try await session.send(.getText(of: session.element("p")))
            }
            try await session.send(.switchToFrame(.element(session.element("iframe"))))
            #expect(try await text() == "one")
            try await session.send(.switchToFrame(.index(0)))
            #expect(try await text() == "two")
            try await session.send(.switchToParentFrame)
            #expect(try await text() == "one")
            try await session.send(.switchToFrame(.top))
            #expect(try await text() == "top")
            let error = await #expect(throws: WebDriverError.self) {
                try await session.send(.switchToFrame(.index(9)))
            }
            #expect(error?.code == .noSuchFrame)
        }
    }

    @Test("opens, sizes and closes windows")
    func windows() async throws {
        try await withBrowserSession { session in
            let first = try await session.send(.getWindowHandle)
            let second = try await session.send(.newWindow(.tab))
            #expect(try await Set(session.send(.getWindowHandles)) == [first, second.handle])
            try await session.send(.switchToWindow(second.handle))
            let sized = try await session.send(.setWindowRect(x: 0, y: 0, width: 700, height: 500))
            #expect(sized == Rect(x: 0, y: 0, width: 700, height: 500))
            #expect(try await session.send(.getWindowRect) == sized)
            for command in [Command<Rect>.maximizeWindow, .minimizeWindow, .fullscreenWindow] {
                #expect(try await session.send(command).width > 0)
            }
            #expect(try await session.send(.closeWindow) == [first])
            let gone = await #expect(throws: WebDriverError.self) { try await session.send(.getTitle) }
            #expect(gone?.isWindowGone == true && gone?.isSessionGone == false)
            try await session.send(.switchToWindow(first))
            #expect(try await session.send(.getTitle) == "")
        }
    }

    @Test("reads and answers dialogs")
    func dialogs() async throws {
        try await withBrowserSession {
            $0.unhandledPromptBehavior = .each([.default: .ignore])
        } _: { session in
            try await session.open("<p>")
            func ask(_ script: String) async throws {
                try await session.send(
                    Command<Nothing>.executeSync("setTimeout(() => window.answer = \(script))")
                )
                let open = await #expect(throws: WebDriverError.self) {
                    while true { try await session.send(.getTitle) }
                }
                #expect(open?.code == .unexpectedAlertOpen)
                #expect(open?.alertText == "Q?")
            }
            try await ask("prompt('Q?')")
            #expect(try await session.send(.getAlertText) == "Q?")
            try await session.send(.sendAlertText("A"))
            try await session.send(.acceptAlert)
            #expect(try await session.send(Command<String>.executeSync("return answer")) == "A")
            try await ask("confirm('Q?')")
            try await session.send(.dismissAlert)
            #expect(try await session.send(Command<Bool>.executeSync("return answer")) == false)
            let none = await #expect(throws: WebDriverError.self) { try await session.send(.dismissAlert) }
            #expect(none?.code == .noSuchAlert)
        }
    }

    @Test("keeps cookies")
    func cookies() async throws {
        try await CannedServer.withServer { _ in
            canned("200 OK", "<p>", type: "text/html")
        } _: { server in
            try await withBrowserSession { session in
                let blank = await #expect(throws: WebDriverError.self) {
                    try await session.send(.addCookie(Cookie(name: "a", value: "b")))
                }
                #expect(blank?.code == .invalidCookieDomain)
                try await session.send(.navigate(to: "http://\(server.address)/"))
                try await session.send(
                    .addCookie(Cookie(name: "a b/c", value: "x/y", httpOnly: true, sameSite: "Lax"))
                )
                try await session.send(.addCookie(Cookie(name: "second", value: "2")))
                let cookie = try await session.send(.getCookie(named: "a b/c"))
                #expect(cookie.value == "x/y" && cookie.httpOnly == true && cookie.sameSite == "Lax")
                try await session.send(.deleteCookie(named: "a b/c"))
                #expect(try await session.send(.getAllCookies).map(\.name) == ["second"])
                try await session.send(.deleteAllCookies)
                let none = await #expect(throws: WebDriverError.self) {
                    try await session.send(.getCookie(named: "second"))
                }
                #expect(none?.code == .noSuchCookie)
            }
        }
    }

    @Test("takes pictures and prints")
    func captures() async throws {
        try await withBrowserSession { session in
            try await session.open(
                "<h1 style='width:100px;height:40px'>a</h1><div style='height:3000px'></div>"
            )
            #expect(try await pngSize(session.send(.takeScreenshot)) == [800, 600])
            #expect(try await pngSize(session.send(.takeQuickScreenshot)) == [800, 600])
            let full = try await pngSize(session.send(.takeFullScreenshot))
            #expect(full[1] > 3000)
            let heading = try await session.element("h1")
            #expect(try await pngSize(session.send(.takeScreenshot(of: heading))) == [100, 40])
            let pdf = try await session.send(
                .printPage(PrintOptions(orientation: .landscape, pageRanges: ["1"]))
            )
            #expect(pdf.starts(with: Data("%PDF-".utf8)))
        }
    }

    /// Width and height of a PNG.
    private func pngSize(_ data: Data) throws -> [Int] {
        try #require(data.starts(with: [0x89, 0x50, 0x4E, 0x47]) && data.count > 24)
        return [16, 20].map { start in
            data.dropFirst(start).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
    }

    @Test("runs scripts")
    func scripts() async throws {
        try await withBrowserSession { session in
            try await session.open("<p>a</p>")
            let paragraph = try await session.element("p")
            let echo = PreparedScript("return arguments[0]")
            #expect(
                try await session.send(Command<Element>.executeSync(echo, arguments: [paragraph]))
                    == paragraph
            )
            #expect(
                try await session.send(
                    Command<String>.executeSync(echo, arguments: ["é\u{1F600}\u{2028}\"\\"])
                ) == "é\u{1F600}\u{2028}\"\\"
            )
            #expect(try await session.send(Command<Int?>.executeSync("return null")) == nil)
            #expect(
                try await session.send(
                    Command<Int>.executeAsync("arguments[1](arguments[0] + 1)", arguments: [41])
                ) == 42
            )
            let window = try await session.send(.getWindowHandle)
            #expect(try await session.send(Command<WindowHandle>.executeSync("return window")) == window)
            try await session.send(.setTimeouts(Timeouts(script: .after(.milliseconds(200)))))
            #expect(try await session.send(.getTimeouts).script == .after(.milliseconds(200)))
            let late = await #expect(throws: WebDriverError.self) {
                try await session.send(Command<Nothing>.executeAsync(""))
            }
            #expect(late?.code == .scriptTimeout)
            let thrown = await #expect(throws: WebDriverError.self) {
                try await session.send(Command<Nothing>.executeSync("throw new Error('a\\nb')"))
            }
            #expect(thrown?.code == .javascriptError && thrown?.message == "a")
        }
    }

    @Test(
        "a page cannot make its session or window look dead",
        arguments: ["throw {code: 6}", "throw {code: 6, message: 'x'}", "throw {code: 23, message: 'x'}"]
    )
    func forgedFailure(script: String) async throws {
        try await withBrowserSession { session in
            try await session.open("<p>a</p>")
            let error = await #expect(throws: WebDriverError.self) {
                try await session.send(Command<Nothing>.executeSync(script))
            }
            #expect(error?.code == .invalidSessionID || error?.code == .noSuchWindow)
            #expect(
                error?.isSessionGone == false && error?.isWindowGone == false && error?.isTransient == false
            )
        }
    }

    @Test("does what only chromedriver has")
    func vendorCommands() async throws {
        try await withBrowserSession {
            $0.loggingPrefs = ["browser": "ALL"]
        } _: { session in
            struct Version: Decodable { let product: String }
            let version = try await session.send(Command<Version>.executeCDP("Browser.getVersion"))
            #expect(version.product.contains("Chrome/"))
            let unknown = await #expect(throws: WebDriverError.self) {
                try await session.send(Command<Nothing>.executeCDP("No.such", ["a": 1]))
            }
            #expect(unknown?.isUnsupported == true)
            try await session.open("<input type=file><script>console.error('bad')</script>")
            let types = try await session.send(.getLogTypes)
            #expect(types.contains("browser"))
            let entries = try await session.send(.getLog("browser"))
            #expect(entries.contains { $0.level == "SEVERE" && $0.message.contains("bad") })
            #expect(try await session.send(.getLog("browser")).isEmpty)
            let contents = Data((0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            let path = try await session.send(.uploadFile(named: "grüße 1.bin", contents, isGrid: false))
            let input = try await session.element("input")
            try await session.send(.sendKeys(path, to: input))
            let file = Command<[String]>.executeSync(Self.readFile, arguments: [input])
            let checksum = contents.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 }
            #expect(try await session.send(file) == ["grüße 1.bin", "70000", "\(checksum)"])
            let sessions = try await session.connection.send(
                .getSessions,
                session: nil,
                deadline: .now + .seconds(10)
            )
            #expect(sessions.map(\.id) == [session.id])
        }
    }

    private static let readFile = """
        const file = arguments[0].files[0], bytes = new Uint8Array(await file.arrayBuffer())
        return [file.name, `${bytes.length}`, `${bytes.reduce((sum, byte) => (sum * 31 + byte) % 1000003, 0)}`]
        """
}
