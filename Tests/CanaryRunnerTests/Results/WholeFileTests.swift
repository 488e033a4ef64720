import CanaryRunner
import Foundation
import TestSupport
import Testing

@Suite("A file that is written whole") struct WholeFileTests {
    @Test("is made, and put in place of what was there; nothing else stays")
    func replaced() async throws {
        try await withTemporaryFolder { folder in
            for text in ["first", "", "second"] {
                try WholeFile("\(folder)/a b.txt").write(Data(text.utf8))
                #expect(try String(contentsOfFile: "\(folder)/a b.txt", encoding: .utf8) == text)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a b.txt"])
            }
        }
    }

    @Test("that cannot be written says why in words")
    func failed() async throws {
        try await withTemporaryFolder { folder in
            let error = try #require(throws: WholeFile.Failure.self) {
                try WholeFile("\(folder)/none/file").write(Data())
            }
            #expect(error.description == "No such file or directory")
        }
    }
}
