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
}
