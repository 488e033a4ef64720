import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Init") struct InitTests {
    @Test("the first flow is written, is valid, and is not written over")
    func write() async throws {
        try await withTemporaryFolder { folder in
            let first = try await Canary.call(["init", "my flows/web"], in: folder)
            #expect(first.status == 0)
            #expect(first.output.contains("canary run 'my flows/web/first.canary.json5'"))
            let path = "\(folder)/my flows/web/first.canary.json5"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == DemoSite.bundledFlows.first { $0.name == "first.canary.json5" }?.text)
            let valid = try await Canary.call(["validate", path], in: folder)
            #expect(valid.status == 0)

            try canaryTests.write("mine", to: path)
            let second = try await Canary.call(["init", "my flows/web"], in: folder)
            #expect(second.status == 2)
            #expect(second.errors.contains("is there already and was left as it is"))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        }
    }

    @Test("where it cannot be written canary ends with 4 and says why")
    func impossible() async throws {
        let ended = try await Canary.call("init", "/dev/null/flows")
        #expect(ended.status == 4)
        #expect(ended.errors.contains("cannot be written: "))
        #expect(ended.output == "")
    }
}
