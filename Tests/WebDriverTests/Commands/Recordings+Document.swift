import Foundation

@testable import WebDriver

extension Recording {
    static let cookies = [
        Recording(
            .getAllCookies,
            "GET /session/S/cookie",
            reply: #"{"value":[\#(cookieJSON)]}"#,
            response: [cookie]
        ),
        Recording(
            .getCookie(named: "a b"),
            "GET /session/S/cookie/a%20b",
            reply: #"{"value":\#(cookieJSON)}"#,
            response: cookie
        ),
        Recording(
            .addCookie(Cookie(name: "a b", value: "x/y", expiry: 2_000_000_000, sameSite: "Lax")),
            "POST /session/S/cookie",
            #"{"cookie": {"name": "a b", "value": "x/y", "expiry": 2000000000, "sameSite": "Lax"}}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .addCookie(
                Cookie(name: "n", value: "v", path: "/", domain: "a.test", secure: true, httpOnly: false)
            ),
            "POST /session/S/cookie",
            #"""
            {"cookie": {"name": "n", "value": "v", "path": "/", "domain": "a.test", "secure": true, "httpOnly": false}}
            """#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .deleteCookie(named: "../url"),
            "DELETE /session/S/cookie/..%2Furl",
            reply: null,
            response: Nothing()
        ),
        Recording(.deleteAllCookies, "DELETE /session/S/cookie", reply: null, response: Nothing()),
    ]

    static let dialogs = [
        Recording(.dismissAlert, "POST /session/S/alert/dismiss", "{}", reply: null, response: Nothing()),
        Recording(.acceptAlert, "POST /session/S/alert/accept", "{}", reply: null, response: Nothing()),
        Recording(
            .getAlertText,
            "GET /session/S/alert/text",
            reply: #"{"value":"Who?"}"#,
            response: "Who?"
        ),
        Recording(
            .sendAlertText("me"),
            "POST /session/S/alert/text",
            #"{"text": "me"}"#,
            reply: null,
            response: Nothing()
        ),
    ]

    static let captures = [
        Recording(.takeScreenshot, "GET /session/S/screenshot", reply: pngReply, response: png),
        Recording(.takeScreenshot(of: heading), "GET \(element)/screenshot", reply: pngReply, response: png),
        Recording(
            .printPage(
                PrintOptions(
                    orientation: .landscape,
                    scale: 0.5,
                    background: true,
                    page: PrintOptions.Page(width: 10, height: 20.5),
                    margin: PrintOptions.Margin(top: 0, left: 1),
                    shrinkToFit: false,
                    pageRanges: ["1", "3-4"]
                )
            ),
            "POST /session/S/print",
            #"""
            {"orientation": "landscape", "scale": 0.5, "background": true, "page": {"width": 10, "height": 20.5},
             "margin": {"top": 0, "left": 1}, "shrinkToFit": false, "pageRanges": ["1", "3-4"]}
            """#,
            reply: #"{"value":"JVBERi0xLjQK"}"#,
            response: Data("%PDF-1.4\n".utf8)
        ),
        Recording(.printPage(), "POST /session/S/print", "{}", reply: #"{"value":""}"#, response: Data()),
    ]

    static let chromium = [
        Recording(.takeFullScreenshot, "GET /session/S/screenshot/full", reply: pngReply, response: png),
        Recording(
            .takeQuickScreenshot,
            "POST /session/S/goog/cdp/execute",
            #"{"cmd": "Page.captureScreenshot", "params": {"optimizeForSpeed": true}}"#,
            reply: #"{"value":{"data":"\#(png.base64EncodedString())"}}"#,
            response: png
        ),
        Recording(
            .takeScreenshot(of: Rect(x: 1.5, y: 2, width: 30, height: 4000)),
            "POST /session/S/goog/cdp/execute",
            #"{"cmd": "Page.captureScreenshot", "params": {"captureBeyondViewport": true, "optimizeForSpeed": true,"#
                + #" "clip": {"x": 1.5, "y": 2, "width": 30, "height": 4000, "scale": 1}}}"#,
            reply: #"{"value":{"data":"\#(png.base64EncodedString())"}}"#,
            response: png
        ),
        Recording(
            Command<[String: String]>.executeCDP("Browser.getVersion"),
            "POST /session/S/goog/cdp/execute",
            #"{"cmd": "Browser.getVersion", "params": {}}"#,
            reply: #"{"value":{"jsVersion":"15.6.75.27","protocolVersion":"1.3"}}"#,
            response: ["jsVersion": "15.6.75.27", "protocolVersion": "1.3"]
        ),
        Recording(
            Command<Nothing>.executeCDP("Emulation.setTimezoneOverride", ["timezoneId": "Europe/Berlin"]),
            "POST /session/S/goog/cdp/execute",
            #"{"cmd": "Emulation.setTimezoneOverride", "params": {"timezoneId": "Europe/Berlin"}}"#,
            reply: #"{"value":{}}"#,
            response: Nothing()
        ),
        Recording(
            .getLog("browser"),
            "POST /session/S/se/log",
            #"{"type": "browser"}"#,
            reply: #"""
                {"value":[{"level":"SEVERE","message":"console-api 2:32 \"bad\" Object","source":"console-api",
                "timestamp":1795228005950},{"level":"INFO","message":"m","timestamp":1}]}
                """#,
            response: [
                LogEntry(
                    level: "SEVERE",
                    message: "console-api 2:32 \"bad\" Object",
                    timestamp: 1_795_228_005_950,
                    source: "console-api"
                ),
                LogEntry(level: "INFO", message: "m", timestamp: 1, source: nil),
            ]
        ),
        Recording(
            .getLogTypes,
            "GET /session/S/se/log/types",
            reply: #"{"value":["browser","driver"]}"#,
            response: ["browser", "driver"]
        ),
        Recording(
            .uploadFile(named: "a.txt", Data("hi".utf8), isGrid: false),
            "POST /session/S/file",
            #"{"file": "\#(archive)"}"#,
            reply: #"{"value":"/tmp/scoped_dir.QWd5Mo/uploadi9zleH/hello.txt"}"#,
            response: "/tmp/scoped_dir.QWd5Mo/uploadi9zleH/hello.txt"
        ),
        Recording(
            .uploadFile(named: "a.txt", Data("hi".utf8), isGrid: true),
            "POST /session/S/se/file",
            #"{"file": "\#(archive)"}"#,
            reply: #"{"value":"/tmp/upload/hello.txt"}"#,
            response: "/tmp/upload/hello.txt"
        ),
        Recording(.shutdown, "POST /shutdown", "{}", reply: null, response: Nothing()),
        Recording(
            .getSessions,
            "GET /sessions",
            reply: #"{"sessionId":"","status":0,"value":[{"capabilities":{},"id":"df682b05bf358a05"}]}"#,
            response: [RunningSession(id: "df682b05bf358a05")]
        ),
    ]

    private static let cookieJSON = #"""
        {"domain":"127.0.0.1","expiry":1829788005,"httpOnly":false,"name":"a b","path":"/","sameSite":"Lax",
        "secure":false,"value":"x/y"}
        """#
    private static let cookie = Cookie(
        name: "a b",
        value: "x/y",
        path: "/",
        domain: "127.0.0.1",
        secure: false,
        httpOnly: false,
        expiry: 1_829_788_005,
        sameSite: "Lax"
    )
    private static let pngReply = #"{"value":"iVBORw0KGgo="}"#
    private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

    /// A zip of `a.txt` with `hi`, as Python's zipfile makes it, but for the flag of a UTF-8 name and the attributes.
    private static let archive =
        "UEsDBBQAAAgAAAAAIQCsKpPYAgAAAAIAAAAFAAAAYS50eHRoaVBLAQIUABQAAAgAAAAAIQCsKpPYAgAAAAIAAAAFAA"
        + "AAAAAAAAAAAAAAAAAAAABhLnR4dFBLBQYAAAAAAQABADMAAAAlAAAAAAA="
}
