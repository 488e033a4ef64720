import CanaryModel
import CanaryStore
import Foundation

// Fills a store with runs (a million, or as many as the first argument says) and times what a service asks of it:
// `swift run -c release StoreBenchmark 1000000`.

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let canaries = 50
let folder = NSTemporaryDirectory() + "store-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }

func milliseconds(_ start: ContinuousClock.Instant) -> Double { start.duration(to: .now) / .milliseconds(1) }

func report(_ what: String, _ value: Double, _ unit: String) {
    print(what.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.2f ", value) + unit)
}

let store = try await Store.open(in: folder, holder: "benchmark")
var numbers: [Int] = []
for number in 0..<canaries {
    numbers.append(
        try await store.keep("canary \(number)", definition: "{}", isDeclared: true, state: "RUNNING")
    )
}

let filling = ContinuousClock.now
var slowest = 0.0
for number in 0..<count {
    let due = Timestamp(milliseconds: 1_796_000_400_000 + number / canaries * 60_000)
    let start = ContinuousClock.now
    let run = try await store.beginRun(of: numbers[number % canaries], version: nil, due: due, at: due)
    var end = RunEnd(number % 100 == 0 ? .failed : .passed, duration: 800)
    if end.state == .failed {
        (end.code, end.reason) = ("expectation", "Expected the status to be 200, but it was 503.")
        end.steps = [
            StoredStep(number: 1, name: "GET /health", outcome: .failed, duration: 5, message: "503")
        ]
    }
    try await store.endRun(run, end)
    slowest = max(slowest, milliseconds(start))
}
report("a run kept (begin and end), mean", milliseconds(filling) / Double(count), "ms")
report("a run kept, slowest", slowest, "ms")
try await store.settle()
let size = try FileManager.default.attributesOfItem(atPath: folder + "/canary.db")[.size] as? Int ?? 0
report("the file", Double(size) / 1e6, "MB")

func time(_ what: String, _ body: () async throws -> Void) async throws {
    let start = ContinuousClock.now
    try await body()
    report(what, milliseconds(start), "ms")
}

let one = numbers[7]
let first = Timestamp(milliseconds: 0)
try await time("canaries") { _ = try await store.canaries() }
try await time("newest 100 runs") { _ = try await store.runs(of: one, atMost: 100) }
try await time("100 runs in the middle") { _ = try await store.runs(of: one, before: count / 2, atMost: 100) }
try await time("newest 100 that did not pass") {
    _ = try await store.runs(of: one, atMost: 100, includingPassed: false)
}
try await time("hours of all time") { _ = try await store.hours(of: one, since: first) }
try await time("events") { _ = try await store.events(of: one) }

let old = Timestamp(milliseconds: 1_796_000_400_000 + count / canaries * 60_000 / 2)
var (longest, removed) = (0.0, 0)
while true {
    let start = ContinuousClock.now
    let part = try await store.removeRuns(of: one, passedBefore: old, othersBefore: old)
    longest = max(longest, milliseconds(start))
    removed += part.count
    if part.count == 0 { break }
}
report("longest of the removals (\(removed) runs)", longest, "ms")
