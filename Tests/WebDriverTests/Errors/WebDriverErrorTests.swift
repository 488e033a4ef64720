import CanaryHTTP
import Testing

@testable import WebDriver

@Suite("WebDriverError") struct WebDriverErrorTests {
    /// What a failure means: a letter each for transient, stale, window gone, session gone, unsupported.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        let classes: String
        var command = "GET /session/{session id}/element/{element id}/text"

        init(_ name: String, _ message: String = "", _ classes: String, script: Bool = false) {
            (self.name, self.message, self.classes) = (name, message, classes)
            if script { command = "POST /session/{session id}/execute/sync" }
        }

        var testDescription: String { "\(name) \(message)" }
    }

    static let cases = [
        Case("element click intercepted", "t"),
        Case("element not interactable", "t"),
        Case("invalid element state", "t"),
        Case("move target out of bounds", "t"),
        Case("no such element", "t"),
        Case("no such frame", "t"),
        Case("no such shadow root", "t"),
        Case("detached shadow root", "ts"),
        Case("stale element reference", "ts"),
        Case("no such execution context", "t"),
        Case("aborted by navigation", "t"),
        Case("target frame detached", "t"),
        Case("invalid selector", ""),
        Case("invalid argument", ""),
        Case("no such alert", ""),
        Case("no such cookie", ""),
        Case("javascript error", ""),
        Case("script timeout", ""),
        Case("timeout", ""),
        Case("unexpected alert open", ""),
        Case("insecure certificate", ""),
        Case("unable to capture screen", ""),
        Case("session not created", ""),
        Case("<unknown>", ""),
        Case("no such window", "w"),
        Case("tab crashed", "w"),
        Case("invalid session id", "g"),
        Case("disconnected", "g"),
        Case("chrome not reachable", "g"),
        Case("unknown command", "u"),
        Case("unknown method", "u"),
        Case("unsupported operation", "u"),
        Case("unknown error", ""),
        Case(
            "unknown error",
            "unknown error: unhandled inspector error: Node with given id does not belong to the document",
            "ts"
        ),
        Case("unknown error", "unknown error: unhandled inspector error: No node with given id found", "ts"),
        Case("unknown error", "unknown error: loader has changed while resolving nodes", "t"),
        Case("unknown error", "unknown error: aborted by navigation", "t"),
        Case("unknown error", "unknown error: Cannot find context with specified id", "t"),
        Case("unknown error", "unknown error: no such execution context", "t"),
        Case("unknown error", "unknown error: Inspected target navigated or closed", "t"),
        Case("unknown error", "unknown error: session deleted because of page crash\nfrom tab crashed", "w"),
        Case("unknown error", "unknown error: web view not found", "w"),
        Case(
            "no such window",
            "no such window: target window already closed\nfrom unknown error: web view not found",
            "w"
        ),
        Case("unknown error", "unknown error: cannot determine loading status\nfrom disconnected", "g"),
        Case("unknown error", "disconnected: not connected to DevTools", "g"),
        Case(
            "invalid session id",
            "invalid session id: session deleted as the browser has closed the connection\nfrom disconnected: not connected to DevTools",
            "g"
        ),
        Case("unknown error", "unknown error: net::ERR_CONNECTION_REFUSED", ""),
        Case("javascript error", "javascript error: no such execution context, tab crashed", ""),
        // What a page throws, as chromedriver 156 passes it on.
        Case(
            "invalid session id",
            "invalid session id: hello\n  (Session info: chrome=156)",
            "",
            script: true
        ),
        Case("invalid session id", "invalid session id: \n  (Session info: chrome=156)", "", script: true),
        Case("invalid session id", "invalid session id", "g", script: true),
        Case(
            "no such window",
            "no such window: session deleted x\n  (Session info: chrome=156)",
            "",
            script: true
        ),
        Case("no such window", "no such window\n  (Session info: chrome=156)", "w", script: true),
        Case(
            "no such window",
            "no such window: target window already closed\nfrom unknown error",
            "w",
            script: true
        ),
        Case(
            "invalid element state",
            "invalid element state: '##' is not a valid selector.",
            "",
            script: true
        ),
        Case("no such frame", "no such frame: The node was not found", "", script: true),
        Case(
            "stale element reference",
            "stale element reference: stale element not found",
            "ts",
            script: true
        ),
    ]

    @Test("tells what a failure means", arguments: cases)
    func classification(_ test: Case) {
        let error = WebDriverError(
            code: WebDriverError.Code(wireName: test.name),
            command: test.command,
            message: test.message.isEmpty ? test.name : test.message
        )
        var classes = error.isTransient ? "t" : ""
        if error.isStale { classes += "s" }
        if error.isWindowGone { classes += "w" }
        if error.isSessionGone { classes += "g" }
        if error.isUnsupported { classes += "u" }
        #expect(classes == test.classes)
    }

    @Test(
        "names the error of a navigation",
        arguments: [
            (
                "unknown error: net::ERR_CONNECTION_REFUSED\n  (Session info: chrome=1)",
                "net::ERR_CONNECTION_REFUSED"
            ),
            ("net::ERR_CERT_AUTHORITY_INVALID", "net::ERR_CERT_AUTHORITY_INVALID"),
            (
                "unknown error: net::ERR_HTTP2_PROTOCOL_ERROR at http://a.test/",
                "net::ERR_HTTP2_PROTOCOL_ERROR"
            ),
            ("unknown error: something else", nil),
        ]
    )
    func navigationError(message: String, name: String?) {
        let error = WebDriverError(
            code: .unknownError,
            command: "POST /session/{session id}/url",
            message: message
        )
        #expect(error.navigationError == name)
    }

    @Test(
        "keeps the first line for people, without its own name",
        arguments: [
            (
                "no such element: Unable to locate element: {\"method\":\"css selector\",\"selector\":\"#x\"}\n"
                    + "  (Session info: chrome-headless-shell=156.0.8078.79)",
                "Unable to locate element: {\"method\":\"css selector\",\"selector\":\"#x\"}"
            ),
            ("no such element: no such element: twice", "twice"),
            ("no such element\n  (Session info: chrome=1)", ""),
            ("no such element: \n  (Session info: chrome=1)", ""),
            ("no such elements here", "no such elements here"),
            ("in one line (Session info: chrome=1)", "in one line"),
            ("", ""),
            ("a\r\nb", "a"),
        ]
    )
    func headline(message: String, headline: String) {
        let error = WebDriverError(
            code: .noSuchElement,
            command: "POST /session/{session id}/element",
            message: message
        )
        #expect(error.message == headline)
        #expect(error.fullMessage == message)
        let prefix = "POST /session/{session id}/element: no such element"
        #expect(error.description == (headline.isEmpty ? prefix : "\(prefix): \(headline)"))
    }

    @Test("every name of an error leads to its code and back", arguments: WebDriverError.Code.wireNames)
    func wireNames(name: String, code: WebDriverError.Code) {
        #expect(WebDriverError.Code(wireName: name) == code)
        #expect(code.name == name)
    }

    @Test("an error that nobody has heard of keeps its name")
    func unknownName() {
        #expect(WebDriverError.Code(wireName: "teapot") == .other("teapot"))
        #expect(WebDriverError.Code(wireName: "teapot").name == "teapot")
    }

    @Test("a lost reply may be asked for again, what does something is never sent again")
    func replay() {
        let lost = HTTPError(code: .emptyReply, request: "GET http://127.0.0.1:1/", detail: "")
        let refused = HTTPError(code: .refused, request: "GET http://127.0.0.1:1/", detail: "")
        #expect(WebDriverError(lost, of: Command<String>.getTitle).mayBeReplayed)
        #expect(!WebDriverError(lost, of: Command<Nothing>.back).mayBeReplayed)
        #expect(!WebDriverError(lost, of: Command<Nothing>.deleteSession).mayBeReplayed)
        #expect(!WebDriverError(refused, of: Command<String>.getTitle).mayBeReplayed)
    }

    @Test(
        "tells what kept a reply away",
        arguments: [
            (HTTPError.Code.refused, "driver gone"), (.emptyReply, "driver gone"),
            (.connectionLost, "driver gone"),
            (.timeout(.waiting), "deadline"), (.cancelled, "cancelled"), (.tls, ""), (.resolve, ""),
        ]
    )
    func transport(code: HTTPError.Code, kind: String) {
        let cause = HTTPError(code: code, request: "GET http://127.0.0.1:1/", detail: "why")
        let error = WebDriverError(cause, of: Command<String>.getTitle)
        #expect(error.code == .transport(cause))
        #expect(error.isDriverGone == (kind == "driver gone"))
        #expect(error.isPastDeadline == (kind == "deadline"))
        #expect(error.isCancelled == (kind == "cancelled"))
        #expect(!error.isTransient)
        #expect(error.description == "GET /session/{session id}/title: transport: \(code.label): why")
    }
}

extension WebDriverErrorTests.Case {
    init(_ name: String, _ classes: String) {
        self.init(name, "", classes)
    }
}
