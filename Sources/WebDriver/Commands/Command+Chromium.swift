public import Foundation

// What chromedriver has beside the specification; `unknown command` elsewhere (`WebDriverError.isUnsupported`).

extension Command where Response == Data {
    /// The whole page as PNG, in one piece; leaves the scroll position.
    ///
    /// chromedriver `GET /screenshot/full`, not documented; checked against chromedriver 156.
    public static var takeFullScreenshot: Self { Self(.get, "/screenshot/full") }

    /// The viewport as PNG, made in less time than ``takeScreenshot`` takes and in more bytes.
    ///
    /// Measured with chromium-headless-shell 156 (1280 × 720, medians of 25): 38 to 43 ms for 51 to 57, and 1.4 to 1.8
    /// times the bytes. [Page.captureScreenshot](https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-captureScreenshot)
    public static var takeQuickScreenshot: Self {
        Self.executeCDP("Page.captureScreenshot", ["optimizeForSpeed": true])
            .decoding { try Reply.decode(CapturedScreenshot.self, from: $0).data }
    }

    /// A part of the page as PNG, in CSS pixels of the document, whether it is in view or not.
    ///
    /// [Page.captureScreenshot](https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-captureScreenshot)
    public static func takeScreenshot(of area: Rect) -> Self {
        Self.executeCDP("Page.captureScreenshot", AreaCapture(area))
            .decoding { try Reply.decode(CapturedScreenshot.self, from: $0).data }
    }
}

extension Command {
    /// Sends a command of the DevTools protocol to the current page and answers with its result.
    ///
    /// `unknown command` where the browser does not know the method. Nothing bounds it but the deadline.
    ///
    /// [Chrome DevTools Protocol](https://chromedevtools.github.io/devtools-protocol/)
    public static func executeCDP(_ method: String, _ parameters: some Encodable) -> Self {
        Self(post: "/goog/cdp/execute", CDPCall(cmd: method, params: parameters))
    }

    /// Sends a command of the DevTools protocol that takes no parameters.
    public static func executeCDP(_ method: String) -> Self { executeCDP(method, [String: String]()) }
}

private struct CDPCall<Parameters: Encodable>: Encodable {
    let cmd: String
    let params: Parameters
}

private struct AreaCapture: Encodable {
    struct Clip: Encodable {
        let x, y, width, height: Double
        let scale = 1.0
    }

    let clip: Clip
    let captureBeyondViewport = true
    let optimizeForSpeed = true

    init(_ area: Rect) {
        clip = Clip(x: area.x, y: area.y, width: area.width, height: area.height)
    }
}

private struct CapturedScreenshot: Decodable {
    let data: Data
}

extension Command where Response == [LogEntry] {
    /// The entries since the last call, which are then gone from the driver.
    ///
    /// The types are those of the `goog:loggingPrefs` capability.
    public static func getLog(_ type: String) -> Self { Self(post: "/se/log", ["type": type]) }
}

extension Command where Response == [String] {
    /// The names of the logs that the session keeps.
    public static var getLogTypes: Self { Self(.get, "/se/log/types") }
}

extension Command where Response == Nothing {
    /// Ends all sessions and then the driver itself.
    ///
    /// POST, which chromedriver takes like GET: a GET could be sent a second time where the reply is lost.
    public static var shutdown: Self { Self(.post, "/shutdown", isSessionCommand: false) }
}

extension Command where Response == [RunningSession] {
    /// The sessions that the driver has open.
    public static var getSessions: Self { Self(.get, "/sessions", isSessionCommand: false) }
}
