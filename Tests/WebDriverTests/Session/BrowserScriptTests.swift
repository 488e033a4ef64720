import Foundation
import TestSupport
import Testing

@testable import WebDriver

/// Pictures, scripts and what only chromedriver has, against a real chromedriver and browser.
@Suite("Scripts in a real browser", .serialized, .timeLimit(.minutes(13))) struct BrowserScriptTests {
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
