import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("Evidence that takes more than it may") struct RemovedEvidenceTests {
    /// A flow whose last step fails.
    private static let failing = flow(
        #"{ name: "A", back: true }, { name: "B", back: true }, { name: "C", back: true }"#
    )
    private static let script: [[String: [ScriptedDeed]]] = [["C": [.fails(.selector)]]]

    @Test(
        "what shows the failure stays; what gave way is named by notes alone, and the run says how much it was"
    )
    func failureStays() async throws {
        let whole = try await run(Self.failing, scripted: Self.script)
        let (network, last) = ("test/network.har", ["test/03-c.png", "test/failure.html"])
        #expect(
            whole.evidence
                == ["test/01-a.png", "test/02-b.png", last[0], "test/console.json", last[1], network]
        )
        #expect(whole.result.removed == nil)
        // Room for these two, and not for what the logs say beside them.
        let limit = try last.map { try #require(whole.files[$0]).count }.reduce(0, +)
        let run = try await run(
            Self.failing,
            scripted: Self.script,
            configure: { $0.maximumArtifacts = limit }
        )
        #expect(run.evidence == last)
        #expect(try run.step(1).screenshot == nil)
        #expect(try run.step(1).notes.contains { $0.contains("the screenshot was removed") })
        #expect(try run.step(3).screenshot == last[0])
        #expect(try run.attempt().evidence == EvidenceFiles(dom: last[1]))
        #expect(try run.attempt().notes.contains { $0.contains("\(network) was removed") })
        #expect(run.named == run.evidence)
        let removed = try #require(run.result.removed)
        #expect(removed.files == 4 && removed.bytes > 2000 && removed.limit == limit)
    }

    @Test("the limit holds for all attempts together, and the files that are named are those that are there")
    func attempts() async throws {
        let run = try await run(
            Self.failing,
            scripted: Self.script,
            configure: { ($0.maximumArtifacts, $0.retries) = (5000, 2) }
        )
        #expect(run.result.flows[0].attempts.count == 3)
        #expect(run.result.removed != nil)
        #expect(!run.evidence.isEmpty)
        #expect(run.evidence.compactMap { run.files[$0]?.count }.reduce(0, +) <= 5000)
        #expect(run.named == run.evidence)
    }
}

extension ScriptedOutcome {
    /// The files of evidence that are there.
    fileprivate var evidence: [String] { files.keys.filter { $0.hasPrefix("test/") }.sorted() }

    /// Those that the result names.
    fileprivate var named: [String] {
        let files = result.flows.flatMap(\.attempts).flatMap { attempt in
            [attempt.evidence.console, attempt.evidence.network, attempt.evidence.dom]
                + (attempt.steps + attempt.cleanup).map(\.screenshot)
        }
        return Set(files.compactMap(\.self)).sorted()
    }
}
