import Foundation
import Testing

@testable import DemoSite

@Suite("Asset")
struct AssetTests {
    /// The folder `fixtures` of the repository.
    private static let fixtures = #filePath
        .replacing("/Tests/DemoSiteTests/AssetTests.swift", with: "/fixtures")

    @Test("every file of the fixtures is in the binary, as it is", arguments: ["site", "canaries"])
    func complete(_ folder: String) throws {
        let root = "\(Self.fixtures)/\(folder)"
        let files = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
            .filter { FileManager.default.contents(atPath: "\(root)/\($0)") != nil && !$0.hasPrefix(".") }
        #expect(files.count > 3)
        for file in files {
            let name = folder == "site" ? file : "\(folder)/\(file)"
            let bytes = FileManager.default.contents(atPath: "\(root)/\(file)").map { Array($0) }
            #expect(Asset.bytes(name) == bytes, "\(file)")
        }
    }

    @Test("the bundled flows are there, with what they need beside them")
    func flows() throws {
        let flows = DemoSite.bundledFlows.map(\.name)
        let names = [
            "api-health", "broken", "dashboard", "first", "login", "order-on-page", "order-workflow",
        ]
        #expect(flows == names.map { $0 + ".canary.json5" })
        let beside = DemoSite.bundledFiles.map(\.name).filter { !flows.contains($0) }
        #expect(beside == ["sign-in.steps.json5", "users.csv"])
        for flow in DemoSite.bundledFlows { #expect(flow.text.hasPrefix("//"), "\(flow.name)") }
    }
}
