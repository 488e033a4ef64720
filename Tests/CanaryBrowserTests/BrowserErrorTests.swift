import CanaryModel
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("Errors of the browser") struct BrowserErrorTests {
    @Test(
        "that it ended is told with what the driver says of it",
        arguments: [
            ("", "the browser ended"), ("session deleted", "the browser ended: session deleted"),
        ]
    )
    func ended(message: String, words: String) {
        let error = WebDriverError(code: .invalidSessionID, command: "GET /url", message: message)
        #expect(BrowserError(error).message == words)
    }

    @Test(
        "why a page could not be opened is told in words, with whose fault it is and what helps",
        arguments: [
            ("ERR_CERT_DATE_INVALID", .certificate, "has expired", "this machine's clock is wrong"),
            ("ERR_CERT_AUTHORITY_INVALID", .certificate, "no authority", "`browser: { insecure: true }`"),
            ("ERR_CERT_REVOKED", .certificate, "is not valid", "`browser: { insecure: true }`"),
            ("ERR_SSL_PROTOCOL_ERROR", .certificate, "no secure connection", "whether the port speaks TLS"),
            ("ERR_PROXY_CONNECTION_FAILED", .network, "the proxy cannot be reached", "https_proxy"),
            ("ERR_TUNNEL_CONNECTION_FAILED", .network, "the proxy does not let", "https_proxy"),
            ("ERR_SOCKS_CONNECTION_FAILED", .network, "the proxy cannot be reached", "all_proxy"),
            ("ERR_CONNECTION_REFUSED", .navigation, "nothing listens", nil),
        ] as [(String, FailureCode, String, String?)]
    )
    func navigation(name: String, code: FailureCode, words: String, help: String?) {
        let error = BrowserError(navigation: "net::" + name)
        #expect(error.code == code)
        #expect(error.message.contains(words) && error.message.contains(name))
        #expect(help.map { error.help?.contains($0) == true } ?? (error.help == nil), "\(error.help ?? "")")
    }
}
