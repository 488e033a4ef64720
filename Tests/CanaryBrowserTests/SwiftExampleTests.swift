import CanaryBrowser
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("The example in Swift") struct SwiftExampleTests {
    @Test("of the README signs in, and tells why it cannot")
    func runs() async throws {
        var options = DemoSite.Options()
        options.password = "correct horse"
        try await BrowserSlots.withSlot {
            try await DemoSite.withSite(options) { site in
                try await checkSignIn(at: site.baseURL, password: "correct horse")
                let error = try await browserError {
                    try await checkSignIn(at: "http://127.0.0.1:1", password: "correct horse")
                }
                #expect(
                    error.message.contains("ERR_UNSAFE_PORT") || error.message.contains("could not be loaded")
                )
            }
        }
    }

    @Test("stands in the README as it is compiled")
    func stands() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let code = try String(contentsOf: folder.appending(path: "SwiftExample.swift"), encoding: .utf8)
        let readme = folder.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "README.md"
        )
        #expect(try String(contentsOf: readme, encoding: .utf8).contains("```swift\n\(code)```"))
    }
}
