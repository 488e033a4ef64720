import CanaryModel
import CanaryRunner
import Foundation
import Testing

@Suite("Evidence that takes more than it may") struct RemovedEvidenceTests {
    /// A flow whose last step fails.
    private static let failing = flow(
        "{ open: '/' }, { open: '/' }, { waitFor: { visible: '#none' }, timeout: '100ms' }"
    )

    @Test(
        "what shows the failure stays; what gave way is named by notes alone, and the run says how much it was"
    )
    func failureStays() async throws {
        let whole = try await run(Self.failing)
        let last = ["test/03-wait-for-none-visible.png", "test/failure.html"]
        let first = ["test/01-open.png", "test/02-open.png", "test/console.json", "test/network.har"]
        #expect(whole.evidence == (first + last).sorted())
        #expect(whole.result.removed == nil)
        // Room for these two, and not for the traffic beside them.
        let limit = try last.map { try #require(whole.files[$0]).count }.reduce(200, +)
        let run = try await run(Self.failing, configure: { $0.maximumArtifacts = limit })
        #expect(run.evidence.filter { !$0.hasSuffix("console.json") } == last)
        #expect(try run.step(1).screenshot == nil)
        #expect(try run.step(1).notes.contains { $0.contains("the screenshot was removed") })
        #expect(try run.step(3).screenshot == last[0])
        let attempt = try run.attempt()
        #expect(attempt.evidence.network == nil && attempt.evidence.dom == last[1])
        #expect(attempt.notes.contains { $0.contains("test/network.har was removed") })
        #expect(run.named == run.evidence)
        let removed = try #require(run.result.removed)
        #expect(removed.files == 6 - run.evidence.count && removed.bytes > 0 && removed.limit == limit)
    }

    @Test("the limit holds for all attempts together, and the files that are named are those that are there")
    func attempts() async throws {
        let run = try await run(Self.failing) { ($0.maximumArtifacts, $0.retries) = (60_000, 2) }
        #expect(run.result.flows[0].attempts.count == 3)
        #expect(run.result.removed != nil)
        #expect(!run.evidence.isEmpty)
        #expect(run.evidence.compactMap { run.files[$0]?.count }.reduce(0, +) <= 60_000)
        #expect(run.named == run.evidence)
    }
}

extension RunOutcome {
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
