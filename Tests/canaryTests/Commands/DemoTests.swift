import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Demo", .serialized, .timeLimit(.minutes(13))) struct DemoTests {
    @Test("the bundled flows pass, every step is told, and the results are where it says")
    func plain() async throws {
        try await withTemporaryFolder { folder in
            let temporary = "\(folder)/t"
            try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
            let ended = try await Canary.call(["demo", "-v"], in: folder, environment: ["TMPDIR": temporary])
            #expect(ended.status == 0)
            for step in [
                "Landing page", "Enter credentials", "Key elements", "Upload", "cleanup: Click #logout",
                "Wait until it is shipped", "The dashboard shows it no longer",
            ] {
                #expect(ended.output.contains(step))
            }
            let path = try #require(ended.output.firstMatch(of: /Results: (canary-results\/\S+)\n$/)?.1)
            let result = try RunResult(json: Data(contentsOf: URL(filePath: "\(folder)/\(path)/result.json")))
            #expect(result.outcome == .passed)
            let names = ["login", "dashboard", "api-health", "order-workflow", "order-on-page"]
            #expect(result.flows.map(\.file) == names.map { "\(path)/flows/\($0).json5" })
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(path)/junit.xml"))
            #expect(ended.errors.contains("login: POST /url → 200 in "))
            #expect(!(ended.errors + ended.output).contains("correct horse"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])

            #expect(
                try await Canary.call(["validate"], in: folder).errors.contains("no *.canary.json5 found")
            )
            let again = try await Canary.call(["report", String(path), "-v"], in: folder)
            #expect(again.output == ended.output)
        }
    }

    @Test("the broken one ends with 1 and shows where the selector stands and what would have matched")
    func broken() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Canary.call(["demo", "--broken", "--output", "out/runs", "-q"], in: folder)
            #expect(ended.status == 1)
            #expect(ended.output.contains("Expected Metrics panel (#metrics-panl) to be visible"))
            let place = try #require(
                ended.output.firstMatch(of: /(out\/runs\/\S+\/flows\/broken.json5):11:32/)?.1
            )
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(place)"))
            #expect(ended.output.contains("#metrics-panel"))
            let picture = try #require(ended.output.firstMatch(of: /out\/runs\/\S+\.png/)?.0)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(picture)"))
        }
    }

    @Test("the site alone is up until a signal")
    func serve() async throws {
        let lines = try await Canary.follow(["demo", "--serve"], in: "/") { line, process in
            if line.contains("canary run") { kill(process, SIGTERM) }
        }
        #expect(lines.last == "status 143")
    }
}
