import Foundation
import TestSupport
import Testing

@testable import canary

@Suite("Report file") struct ReportFileTests {
    @Test("the folders above it are made")
    func folders() async throws {
        try await withTemporaryFolder { folder in
            let file = ReportFile(path: "\(folder)/a/b/report.xml")
            try file.prepare()
            try file.write(Data("one".utf8))
            try file.write(Data("two".utf8))
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "two")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/b") == ["report.xml"])
        }
    }

    @Test("a link stays a link, and what it leads to is written")
    func link() async throws {
        try await withTemporaryFolder { folder in
            try write("old", to: "\(folder)/real")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "real")
            try ReportFile(path: "\(folder)/link").write(Data("new".utf8))
            #expect(try String(contentsOfFile: "\(folder)/real", encoding: .utf8) == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "real")
        }
    }

    @Test("a device is written to, and not replaced by a file")
    func device() throws {
        let file = ReportFile(path: "/dev/null")
        try file.prepare()
        try file.write(Data("x".utf8))
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }

    @Test(
        "what cannot be written is told before the run",
        arguments: ["/dev/null/report.xml", "/tmp"]
    )
    func impossible(_ path: String) {
        let failure = #expect(throws: CommandFailure.self) { try ReportFile(path: path).prepare() }
        #expect(failure?.status == .error)
        #expect(failure?.message.hasPrefix("the report '\(path)' cannot be written: ") == true)
    }

    @Test("a pipe that nobody reads is a failure, and no wait")
    func pipe() async throws {
        try await withTemporaryFolder { folder in
            #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
            let file = ReportFile(path: "\(folder)/pipe")
            let failure = #expect(throws: CommandFailure.self) { try file.write(Data("x".utf8)) }
            #expect(failure?.message.contains("nobody reads from this pipe") == true)
        }
    }
}
