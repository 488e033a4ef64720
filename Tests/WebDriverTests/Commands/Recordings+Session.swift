@testable import WebDriver

extension Recording {
    static let session = [
        Recording(
            .newSession(capabilities),
            "POST /session",
            #"""
            {"capabilities": {"alwaysMatch": {
                "goog:chromeOptions": {
                    "binary": "/usr/lib/chromium/chromium-headless-shell",
                    "args": ["--no-sandbox", "--remote-debugging-pipe"]
                },
                "goog:loggingPrefs": {"browser": "ALL"},
                "unhandledPromptBehavior": {"alert": "ignore", "default": "ignore"}
            }}}
            """#,
            reply: #"""
                {"value":{"capabilities":{"acceptInsecureCerts":false,"browserName":"chrome-headless-shell",
                "browserVersion":"156.0.8078.79","chrome":{"chromedriverVersion":"156.0.8078.79 (a21ce95c)",
                "userDataDir":"/tmp/org.chromium.Chromium.scoped_dir.km16w7"},"fedcm:accounts":true,
                "goog:processID":29125,"networkConnectionEnabled":false,"pageLoadStrategy":"normal",
                "platformName":"linux","proxy":{},"setWindowRect":true,"strictFileInteractability":false,
                "timeouts":{"implicit":0,"pageLoad":300000,"script":30000},
                "unhandledPromptBehavior":{"alert":"ignore","default":"ignore"},
                "webauthn:virtualAuthenticators":true},"sessionId":"df682b05bf358a05e55a476c49298938"}}
                """#,
            response: NewSession(id: "df682b05bf358a05e55a476c49298938", capabilities: sessionCapabilities)
        ),
        Recording(.deleteSession, "DELETE /session/S", reply: null, response: Nothing()),
        Recording(
            .status,
            "GET /status",
            reply: #"""
                {"value":{"build":{"version":"156.0.8078.79 (a21ce95c)"},"message":"ChromeDriver ready for new sessions.",
                "os":{"arch":"x86_64","name":"Linux","version":"6.18.44"},"ready":true}}
                """#,
            response: DriverStatus(
                isReady: true,
                message: "ChromeDriver ready for new sessions.",
                version: "156.0.8078.79 (a21ce95c)"
            )
        ),
        Recording(
            .getTimeouts,
            "GET /session/S/timeouts",
            reply: #"{"value":{"implicit":0,"pageLoad":300000,"script":30000}}"#,
            response: Timeouts(
                script: .after(.seconds(30)),
                pageLoad: .after(.seconds(300)),
                implicit: .after(.zero)
            )
        ),
        Recording(
            .getTimeouts,
            "GET /session/S/timeouts",
            reply: #"{"value":{"implicit":0,"pageLoad":null,"script":null}}"#,
            response: Timeouts(script: .never, pageLoad: .never, implicit: .after(.zero))
        ),
        Recording(
            .setTimeouts(Timeouts(script: .never, pageLoad: .after(.milliseconds(1500)))),
            "POST /session/S/timeouts",
            #"{"script": null, "pageLoad": 1500}"#,
            reply: null,
            response: Nothing()
        ),
    ]

    private static var capabilities: Capabilities {
        var capabilities = Capabilities()
        var options = ChromeOptions()
        options.binary = "/usr/lib/chromium/chromium-headless-shell"
        options.args = ["--no-sandbox", "--remote-debugging-pipe"]
        capabilities.alwaysMatch.chromeOptions = options
        capabilities.alwaysMatch.loggingPrefs = ["browser": "ALL"]
        capabilities.alwaysMatch.unhandledPromptBehavior = .each([.alert: .ignore, .default: .ignore])
        return capabilities
    }

    private static var sessionCapabilities: SessionCapabilities {
        var capabilities = SessionCapabilities()
        capabilities.browserName = "chrome-headless-shell"
        capabilities.browserVersion = "156.0.8078.79"
        capabilities.platformName = "linux"
        capabilities.acceptInsecureCerts = false
        capabilities.pageLoadStrategy = .normal
        capabilities.setWindowRect = true
        capabilities.strictFileInteractability = false
        capabilities.timeouts = Timeouts(
            script: .after(.seconds(30)),
            pageLoad: .after(.seconds(300)),
            implicit: .after(.zero)
        )
        capabilities.unhandledPromptBehavior = .each([.alert: .ignore, .default: .ignore])
        capabilities.processID = 29125
        capabilities.chromedriverVersion = "156.0.8078.79 (a21ce95c)"
        capabilities.userDataDirectory = "/tmp/org.chromium.Chromium.scoped_dir.km16w7"
        return capabilities
    }
}
