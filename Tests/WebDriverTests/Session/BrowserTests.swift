import Foundation
import TestSupport
import Testing

@testable import WebDriver

/// Pages, frames, windows, dialogs and cookies, against a real chromedriver and browser.
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
}
