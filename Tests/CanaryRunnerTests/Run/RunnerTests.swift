import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("A run, whatever its steps are done with") struct RunnerTests {
    private static let two = flow(#"{ name: "A", back: true }, { name: "B", back: true }"#)

    @Test("the result is written at the end, the events as they happen, and both say the same")
    func files() async throws {
        let run = try await run(Self.two, scripted: [["B": [.fails(.selector)]]])
        let json = try #require(run.files["result.json"])
        #expect(try RunResult(json: json) == run.result)
        let lines = String(decoding: try #require(run.files["events.ndjson"]), as: UTF8.self)
        let events = try lines.split(separator: "\n").map {
            try JSONDecoder().decode(RunEvent.self, from: Data($0.utf8))
        }
        #expect(events == run.events)
        let pictures = run.files.keys.filter { $0.hasPrefix("test/") && $0.hasSuffix(".png") }
        #expect(pictures.sorted() == ["test/01-a.png", "test/02-b.png"])
    }

    @Test("the events of steps that ended are in the file while the run goes on")
    func eventsOnDisk() async throws {
        let seen = Recorder<Data>()
        _ = try await run(
            Self.two,
            scripted: [[:]],
            onEvent: { event, results in
                guard case .stepStarted(_, _, _, 2, _, _) = event else { return }
                for name in ["events.ndjson", "result.json"] {
                    seen.append(FileManager.default.contents(atPath: "\(results)/\(name)") ?? Data())
                }
            }
        )
        try #require(seen.values.count == 2)
        #expect(String(decoding: seen.values[0], as: UTF8.self).contains("stepEnded"))
        #expect(try RunResult(json: seen.values[1]).state == .running)
    }

    @Test(
        "results whose folder is removed while the flow runs are an error, and the folder does not come back"
    )
    func removedFolder() async throws {
        let run = try await run(
            Self.two,
            scripted: [[:]],
            onEvent: { event, results in
                guard case .stepStarted(_, _, _, 2, _, _) = event else { return }
                let folder = URL(filePath: results).resolvingSymlinksInPath()
                do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
            }
        )
        #expect(run.result.flows[0].outcome == .passed)
        #expect(run.result.outcome == .error)
        #expect(run.result.failure?.code == .output)
        #expect(run.files.isEmpty)
    }

    @Test("a folder that cannot be written is told before anything is started")
    func unwritable() async throws {
        let error = try await #require(throws: RunError.self) {
            _ = try await run(Self.two, scripted: [[:]], configure: { $0.output = "/proc/nowhere" })
        }
        #expect(error.code == .output)
    }

    @Test("a step that did not pass has the lines of the flow file around it")
    func excerpt() async throws {
        let steps = #"{ name: "A", back: true },\n\n\n{ name: "B", back: true }"#
        let run = try await run(
            flow(steps.replacing(#"\n"#, with: "\n")),
            scripted: [["B": [.fails(.selector)]]]
        )
        let failure = try #require(try run.attempt().failure)
        let excerpt = try #require(failure.excerpt)
        let position = try #require(failure.position)
        #expect(excerpt.lines[position.line - excerpt.firstLine].contains(#"name: "B""#))
        #expect(excerpt.firstLine == max(1, position.line - 2))
    }

    @Test(
        "a step that failed has the picture of when it passed last, from the newest run in which its flow did"
    )
    func lastGood() async throws {
        try await withTemporaryFolder { output in
            let steps = flow(
                #"{ name: "A", back: true }, { name: "G", steps: [ { name: "B", back: true } ] }"#
            )
            let use: (inout RunConfiguration) -> Void = { $0.output = output }
            let first = try await run(steps, scripted: [[:]], configure: use)
            #expect(try first.step(2).lastGood == nil)
            let failed = try await run(steps, scripted: [["B": [.fails(.selector)]]], configure: use)
            let step = try failed.step(2)
            let picture = try #require(step.lastGood)
            #expect(picture.run == first.result.id)
            #expect(try picture.taken == first.step(2).started)
            #expect(picture.path == "../\(first.result.id)/test/02-g.png")
            #expect(FileManager.default.fileExists(atPath: "\(output)/\(failed.result.id)/\(picture.path)"))
            #expect(step.steps[0].lastGood == picture)
            #expect(try failed.step(1).lastGood == nil)
        }
    }

    @Test("earlier runs may be known to somebody else than the folder")
    func history() async throws {
        struct Store: RunHistory {
            let passed: AttemptResult
            func lastPassed(_ flow: String) -> (run: String, attempt: AttemptResult)? {
                flow == "test" ? ("kept", passed) : nil
            }
            func holds(_ file: String, of run: String) -> Bool { run == "kept" && file == "test/02-b.png" }
        }
        let passed = try await run(Self.two, scripted: [[:]]).attempt()
        let failed = try await run(
            Self.two,
            scripted: [["B": [.fails(.selector)]]],
            configure: { $0.history = Store(passed: passed) }
        )
        #expect(try failed.step(2).lastGood?.path == "../kept/test/02-b.png")
    }
}
