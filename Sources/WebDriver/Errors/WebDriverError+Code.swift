public import CanaryHTTP

extension WebDriverError {
    /// The kinds of failure.
    ///
    /// The specification's [error codes](https://www.w3.org/TR/webdriver2/#errors), those that chromedriver has
    /// beside them, and what can happen to a reply on its way.
    public enum Code: Sendable, Hashable {
        /// Another element would have received the click.
        case elementClickIntercepted
        /// The element cannot be reached by pointer or keyboard.
        case elementNotInteractable
        /// A navigation met a certificate that does not hold.
        case insecureCertificate
        /// A parameter is missing or not allowed.
        case invalidArgument
        /// The cookie's domain is not the current document's.
        case invalidCookieDomain
        /// The element is in a state that does not allow it: disabled, read-only.
        case invalidElementState
        /// The selector is malformed.
        case invalidSelector
        /// There is no such session, or no longer.
        case invalidSessionID
        /// A script threw.
        case javascriptError
        /// A pointer would have left the viewport.
        case moveTargetOutOfBounds
        /// No dialog is open.
        case noSuchAlert
        /// There is no cookie of that name.
        case noSuchCookie
        /// No element matches, or the reference is of another document.
        case noSuchElement
        /// There is no such frame.
        case noSuchFrame
        /// The element has no shadow root.
        case noSuchShadowRoot
        /// The window is closed.
        case noSuchWindow
        /// A script passed its limit, or a navigation ended it.
        case scriptTimeout
        /// No session could be started.
        case sessionNotCreated
        /// The element is no longer in its document.
        case staleElementReference
        /// The shadow root is no longer in its document.
        case detachedShadowRoot
        /// A navigation, or another operation of the driver, passed its limit.
        case timeout
        /// The cookie could not be set.
        case unableToSetCookie
        /// No picture could be taken.
        case unableToCaptureScreen
        /// A dialog is open, or was and has been closed instead of the command.
        case unexpectedAlertOpen
        /// The driver does not know the command.
        case unknownCommand
        /// Anything else; the message says what.
        case unknownError
        /// The driver knows the path, but not with this method.
        case unknownMethod
        /// The driver knows the command and cannot do it.
        case unsupportedOperation

        /// chromedriver: the page's process is gone.
        case tabCrashed
        /// chromedriver: it lost the browser.
        case disconnected
        /// chromedriver: it cannot reach the browser.
        case chromeNotReachable
        /// chromedriver: the document was replaced meanwhile.
        case noSuchExecutionContext
        /// chromedriver: a navigation ended the command.
        case abortedByNavigation
        /// chromedriver: the frame went away meanwhile.
        case targetFrameDetached

        /// An error that nobody has heard of, by its name.
        case other(String)
        /// No reply came: refused, lost, past the deadline, cancelled, …
        case transport(HTTPError)
        /// A reply came that is not of WebDriver, with its beginning.
        case malformedReply(excerpt: String)
    }
}

extension WebDriverError.Code {
    /// The code of an error that a driver names; ``other(_:)`` where the name is not known.
    public init(wireName: String) {
        self = Self.codes[wireName] ?? .other(wireName)
    }

    /// The name, as drivers write it; `transport` and `malformed reply` for what no driver says.
    ///
    /// Fit for grouping: all but the names of ``other(_:)`` are a bounded set.
    public var name: String {
        switch self {
        case .other(let name): name
        case .transport: "transport"
        case .malformedReply: "malformed reply"
        default: Self.names[self] ?? "unknown error"
        }
    }

    /// Every name that a driver may send, with its code.
    static let wireNames: [(name: String, code: Self)] = [
        ("element click intercepted", .elementClickIntercepted),
        ("element not interactable", .elementNotInteractable),
        ("insecure certificate", .insecureCertificate),
        ("invalid argument", .invalidArgument),
        ("invalid cookie domain", .invalidCookieDomain),
        ("invalid element state", .invalidElementState),
        ("invalid selector", .invalidSelector),
        ("invalid session id", .invalidSessionID),
        ("javascript error", .javascriptError),
        ("move target out of bounds", .moveTargetOutOfBounds),
        ("no such alert", .noSuchAlert),
        ("no such cookie", .noSuchCookie),
        ("no such element", .noSuchElement),
        ("no such frame", .noSuchFrame),
        ("no such shadow root", .noSuchShadowRoot),
        ("no such window", .noSuchWindow),
        ("script timeout", .scriptTimeout),
        ("session not created", .sessionNotCreated),
        ("stale element reference", .staleElementReference),
        ("detached shadow root", .detachedShadowRoot),
        ("timeout", .timeout),
        ("unable to set cookie", .unableToSetCookie),
        ("unable to capture screen", .unableToCaptureScreen),
        ("unexpected alert open", .unexpectedAlertOpen),
        ("unknown command", .unknownCommand),
        ("unknown error", .unknownError),
        ("unknown method", .unknownMethod),
        ("unsupported operation", .unsupportedOperation),
        ("tab crashed", .tabCrashed),
        ("disconnected", .disconnected),
        ("chrome not reachable", .chromeNotReachable),
        ("no such execution context", .noSuchExecutionContext),
        ("aborted by navigation", .abortedByNavigation),
        ("target frame detached", .targetFrameDetached),
    ]

    private static let codes = Dictionary(uniqueKeysWithValues: wireNames.map { ($0.name, $0.code) })
    private static let names = Dictionary(uniqueKeysWithValues: wireNames.map { ($0.code, $0.name) })
}
