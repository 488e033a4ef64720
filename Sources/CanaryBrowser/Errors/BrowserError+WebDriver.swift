import CanaryModel
import WebDriver

extension BrowserError {
    /// What an error of the protocol means, where it means the same whatever was being done.
    ///
    /// A command past its deadline is not decided here: whether the page or the driver is at fault shows only
    /// when the driver is asked.
    init(_ error: WebDriverError) {
        if error.isSessionGone {
            let words = error.message.isEmpty ? "" : ": \(error.message)"
            self.init(.browserGone, "the browser ended" + words)
        } else if error.code == .tabCrashed || error.saysCrash {
            self.init(.crash, "the page crashed its tab", help: Self.crashHelp)
        } else if error.isWindowGone {
            self.init(.window, "the window is gone: the page closed it, or a step did")
        } else if let name = error.navigationError {
            self.init(navigation: name)
        } else {
            self.init(code: error.code, error)
        }
    }

    private init(code: WebDriverError.Code, _ error: WebDriverError) {
        switch code {
        case .insecureCertificate:
            self.init(.certificate, "the certificate is not valid", help: Self.certificateHelp)
        case .timeout:
            self.init(.timeout, "the page did not load in time")
        case .scriptTimeout:
            self.init(.timeout, "the page kept a script from ending in time")
        case .invalidSelector:
            self.init(.flow, "the selector is not valid: \(error.message)")
        case .unsupportedOperation, .unknownCommand, .unknownMethod:
            self.init(.unsupported, "this driver cannot do it: \(error)")
        case .javascriptError:
            self.init(.script, "the script cannot be run: \(error.message)")
        case .invalidArgument:
            self.init(.flow, "the driver does not take what it was asked: \(error.message)")
        case .transport where error.isDriverGone:
            self.init(.driverGone, "the driver ended: \(error)")
        default:
            self.init(.protocolError, "the driver failed: \(error)")
        }
    }

    private static let devToolsHelp =
        "use a driver that knows the DevTools protocol (goog/cdp/execute), as chromedriver does"

    /// What a page has changed keeps scripts of our own from running, beside which they run where a driver has no DevTools.
    ///
    /// It says nothing of the site, whose own scripts may do well with what they have made.
    init(brokenByPage error: String) {
        self.init(
            .unsupported,
            "the page has replaced what JavaScript provides, and this driver runs every script beside those of the page: \(error)",
            help: Self.devToolsHelp
        )
    }

    /// Why a driver without DevTools could not run a script of the flow: it does not tell which of two it is.
    init(unclearScript error: String) {
        self.init(
            .unsupported,
            "the script is not valid JavaScript, or the page has replaced what it needs: \(error)",
            help: Self.devToolsHelp
        )
    }

    /// A regular expression with the value of a variable in it that is not valid, which no file can be checked for.
    init(invalidPattern mistake: String) {
        self.init(.flow, "the regular expression is not valid: \(mistake)")
    }

    /// Why the browser could not open a page, by its name for it (`net::ERR_CONNECTION_REFUSED`).
    init(navigation error: String) {
        let name = error.replacing("net::", with: "")
        let help = Self.helps.first { name.hasPrefix($0.prefix) }?.words
        let isSecurity = ["ERR_CERT_", "ERR_SSL_", "ERR_BAD_SSL_"].contains { name.hasPrefix($0) }
        let isOurs = Self.oursPrefixes.contains { name.hasPrefix($0) }
        self.init(
            isOurs ? .network : isSecurity ? .certificate : .navigation,
            "\(Self.cause(of: error)) (\(name))",
            help: help
        )
    }

    /// Why a request for a document came to nothing, by the browser's name for it.
    public init(_ request: String, failed error: String) {
        self.init(navigation: error)
        message = "\(request) failed: \(error) (\(Self.cause(of: error)))"
    }

    /// A network error of the browser in words.
    private static func cause(of error: String) -> String {
        let name = error.replacing("net::", with: "")
        return causes.first { name.hasPrefix($0.prefix) }?.words ?? "the page could not be loaded"
    }

    /// A proxy that lets nobody through without user name and password; it answers for the site.
    static var proxyAuthentication: BrowserError {
        BrowserError(
            .network,
            "the proxy wants a user name and password (HTTP status 407)",
            help:
                "browsers take none from the environment: have the proxy let this machine through, or name the"
                + " site in no_proxy"
        )
    }

    /// The network errors of the browser that sites cause, in words.
    private static let causes: [(prefix: String, words: String)] = [
        ("ERR_CONNECTION_REFUSED", "nothing listens at the address: the connection was refused"),
        ("ERR_CONNECTION_RESET", "the server broke the connection off"),
        ("ERR_CONNECTION_CLOSED", "the server closed the connection"),
        ("ERR_CONNECTION_TIMED_OUT", "the server could not be reached in time"),
        ("ERR_TIMED_OUT", "the server could not be reached in time"),
        ("ERR_EMPTY_RESPONSE", "the server closed the connection without a reply"),
        ("ERR_CONTENT_LENGTH_MISMATCH", "the server closed the connection in the middle of its reply"),
        ("ERR_INCOMPLETE", "the server closed the connection in the middle of its reply"),
        ("ERR_NAME_NOT_RESOLVED", "the host name is not known"),
        ("ERR_ADDRESS_UNREACHABLE", "the address cannot be reached"),
        ("ERR_INTERNET_DISCONNECTED", "this machine has no network"),
        ("ERR_TOO_MANY_REDIRECTS", "the server redirects without end"),
        ("ERR_INVALID_REDIRECT", "the server redirects to an invalid address"),
        ("ERR_INVALID_RESPONSE", "the server's reply is not HTTP"),
        ("ERR_INVALID_HTTP_RESPONSE", "the server's reply is not HTTP"),
        ("ERR_HTTP_RESPONSE_CODE_FAILURE", "the server answered with an error and no page"),
        ("ERR_CERT_AUTHORITY_INVALID", "the certificate is of no authority that this machine trusts"),
        ("ERR_CERT_COMMON_NAME_INVALID", "the certificate is for another host"),
        ("ERR_CERT_DATE_INVALID", "the certificate has expired, or is not valid yet"),
        ("ERR_CERT_", "the certificate is not valid"),
        ("ERR_BAD_SSL_CLIENT_AUTH_CERT", "the server wants a certificate of the browser's own"),
        ("ERR_SSL_CLIENT_AUTH", "the server wants a certificate of the browser's own"),
        ("ERR_SSL_", "no secure connection came about"),
        (
            "ERR_CACHE_MISS",
            "the page was the answer to a form, which the browser does not send again by itself"
        ),
        ("ERR_ABORTED", "the page was given up for a download or another page"),
        ("ERR_PROXY_CONNECTION_FAILED", "the proxy cannot be reached"),
        ("ERR_SOCKS_CONNECTION_FAILED", "the proxy cannot be reached"),
        ("ERR_TUNNEL_CONNECTION_FAILED", "the proxy does not let the connection to the site through"),
        ("ERR_CONTENT_DECODING_FAILED", "the server's reply is not compressed as it says"),
        ("ERR_INVALID_CHUNKED_ENCODING", "the server's reply is not HTTP"),
        ("ERR_UNSAFE_PORT", "browsers refuse this port"),
        ("ERR_BLOCKED", "the browser blocked the page"),
    ]

    /// Those that this machine or its network causes.
    private static let oursPrefixes = [
        "ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_CHANGED", "ERR_NETWORK_IO_SUSPENDED", "ERR_PROXY_",
        "ERR_SOCKS_",
        "ERR_TUNNEL_CONNECTION_FAILED", "ERR_NO_SUPPORTED_PROXIES", "ERR_MANDATORY_PROXY",
        "ERR_INSUFFICIENT_RESOURCES", "ERR_OUT_OF_MEMORY", "ERR_NETWORK_ACCESS_DENIED",
    ]

    /// What helps against them.
    private static let helps: [(prefix: String, words: String)] = [
        ("ERR_CERT_DATE_INVALID", certificateHelp + "; or this machine's clock is wrong"),
        ("ERR_CERT_", certificateHelp),
        ("ERR_SSL_", "see whether the port speaks TLS, and which versions of it"),
        ("ERR_PROXY_", proxyHelp),
        ("ERR_SOCKS_", proxyHelp),
        ("ERR_TUNNEL_CONNECTION_FAILED", proxyHelp),
    ]

    private static let proxyHelp =
        "the browser takes its proxy from http_proxy, https_proxy, all_proxy and no_proxy in the environment"
    private static let certificateHelp =
        "fix the certificate, or set `browser: { insecure: true }` in the flow for a test site"
    private static let crashHelp =
        "a small /dev/shm is a common cause: run `canary doctor`"
}

extension WebDriverError {
    /// Whether the driver tells that the tab crashed, whatever code it has for it.
    fileprivate var saysCrash: Bool {
        ["page crash", "tab crashed"].contains { fullMessage.contains($0) }
    }
}
