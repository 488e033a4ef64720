import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryStore

@Suite("A store") struct StoreTests {
    private func withStore<T: Sendable>(_ body: (Store, _ folder: String) async throws -> T) async throws -> T
    {
        try await withTemporaryFolder { folder in
            try await body(try await Store.open(in: folder, holder: "test"), folder)
        }
    }

    private static func time(_ seconds: Int) -> Timestamp {
        Timestamp(milliseconds: 1_796_000_400_000 + seconds * 1000)
    }

    @Test("keeps canaries, their versions, and their state over a restart")
    func canaries() async throws {
        try await withTemporaryFolder { folder in
            let long = String(repeating: "n", count: 10_000) + "'; DROP TABLE run; --"
            do {
                let store = try await Store.open(in: folder, holder: "test")
                let id = try await store.keep(long, definition: "{}", isDeclared: true, state: "READY")
                try await store.setState(of: id, "RUNNING", started: Self.time(0))
                #expect(
                    try await store.keep(long, definition: "{\"a\":1}", isDeclared: false, state: "READY")
                        == id
                )
                let version = try await store.version("flow", hash: "h1", of: id)
                #expect(try await store.version("flow", hash: "h1", of: id) == version)
                #expect(try await store.version("other", hash: "h2", of: id) != version)
            }
            let store = try await Store.open(in: folder, holder: "test")
            let canary = try #require(try await store.canaries().first)
            #expect(canary.name == long && canary.definition == "{\"a\":1}" && !canary.isDeclared)
            #expect(canary.state == "RUNNING" && canary.started == Self.time(0))
            #expect(try await store.check() == [])
        }
    }

    @Test("keeps runs with their steps, and counts them by hour, once each")
    func runs() async throws {
        try await withStore { store, _ in
            let canary = try await store.keep("c", definition: "{}", isDeclared: true, state: "RUNNING")
            var ids: [Int] = []
            for number in 0..<6 {
                let due = Self.time(number * 1200)
                let run = try await store.beginRun(of: canary, version: nil, due: due, at: due)
                var end = RunEnd(number % 3 == 2 ? .failed : .passed, duration: 100 + number)
                if end.state == .failed {
                    (end.code, end.reason) = ("status", String(repeating: "r", count: 5000))
                    end.steps = [
                        StoredStep(number: 1, name: "GET /", outcome: .failed, duration: 5, message: "no")
                    ]
                }
                try await store.endRun(run, end)
                try await store.endRun(run, RunEnd(.error, duration: 9))
                ids.append(run)
            }
            try await store.missRun(of: canary, due: Self.time(7300), because: "the run before had not ended")
            let newest = try await store.runs(of: canary, atMost: 4)
            #expect(newest.map(\.id) == ids.reversed().prefix(4) + [])
            #expect(try await store.runs(of: canary, before: newest.last?.id).map(\.id) == [ids[1], ids[0]])
            let failed = try await store.runs(of: canary, includingPassed: false)
            #expect(failed.map(\.id) == [ids[5], ids[2]] && failed[0].reason?.count == 1024)
            #expect(try await store.steps(of: ids[2]).map(\.message) == ["no"])
            #expect(try await store.run(ids[0])?.duration == 100)
            let hours = try await store.hours(of: canary, since: Self.time(0))
            #expect(hours.map(\.passed) == [2, 2, 0] && hours.map(\.failed) == [1, 1, 0])
            #expect(hours.map(\.missed) == [0, 0, 1] && hours.map(\.longest) == [102, 105, 0])
            let events = try await store.events(of: canary)
            #expect(events.map(\.kind) == ["missed"] && events[0].detail.hasSuffix("had not ended"))
        }
    }

    @Test(
        "marks runs that were going when the service ended, and refuses a second service by the name of the first"
    )
    func restart() async throws {
        try await withTemporaryFolder { folder in
            let run: Int
            do {
                let store = try await Store.open(in: folder, holder: "process 4711")
                let canary = try await store.keep("c", definition: "{}", isDeclared: true, state: "RUNNING")
                run = try await store.beginRun(of: canary, version: nil, due: Self.time(0))
                let error = await #expect(throws: StoreError.self) {
                    _ = try await Store.open(in: folder, holder: "process 4712")
                }
                #expect(error?.code == .held && error?.description.contains("process 4711") == true)
                #expect(try await store.run(run)?.state == .running)
            }
            let store = try await Store.open(in: folder, holder: "process 4712")
            #expect(try await store.run(run)?.state == .interrupted)
        }
    }

    @Test("sets a damaged database aside and goes on with an empty one", arguments: [0, 100, 8192])
    func damaged(place: Int) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/canary.db"
            do {
                let store = try await Store.open(in: folder, holder: "test")
                for number in 0..<200 {
                    try await store.keep(
                        "canary \(number)",
                        definition: "{}",
                        isDeclared: true,
                        state: "READY"
                    )
                }
                try await store.settle()
            }
            var data = try Data(contentsOf: URL(fileURLWithPath: path))
            data.replaceSubrange(place..<place + 60, with: Data(repeating: 0xFF, count: 60))
            try data.write(to: URL(fileURLWithPath: path))
            let store = try await Store.open(in: folder, holder: "test")
            let name = try #require(store.setAside)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
            #expect(try await store.canaries().isEmpty)
            #expect(try await store.events(of: nil).map(\.kind) == ["damaged"])
        }
    }

    @Test("refuses a database of a later version, and a folder that cannot be written")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            do {
                let store = try await Store.open(in: folder, holder: "test")
                try await store.pretendVersion(99)
            }
            let error = await #expect(throws: StoreError.self) {
                _ = try await Store.open(in: folder, holder: "test")
            }
            #expect(error?.code == .newer)
            let missing = await #expect(throws: StoreError.self) {
                _ = try await Store.open(in: "\(folder)/none", holder: "test")
            }
            #expect(missing?.code == .readOnly)
        }
    }

    @Test(
        "removes old runs in parts, passed and others by their own age, and says which results go with them"
    )
    func retention() async throws {
        try await withStore { store, folder in
            let canary = try await store.keep("c", definition: "{}", isDeclared: true, state: "RUNNING")
            for number in 0..<1200 {
                let due = Self.time(number)
                let run = try await store.beginRun(of: canary, version: nil, due: due, at: due)
                var end = RunEnd(number % 2 == 0 ? .passed : .failed, duration: 1)
                (end.folder, end.bytes) = ("run-\(number)", 1000)
                end.steps = [StoredStep(number: 1, name: "s", outcome: .failed, duration: 1)]
                try await store.endRun(run, end)
            }
            var counts: [Int] = []
            var folders: Set<String> = []
            repeat {
                let removed = try await store.removeRuns(
                    of: canary,
                    passedBefore: Self.time(1100),
                    othersBefore: Self.time(100)
                )
                counts.append(removed.count)
                folders.formUnion(removed.folders)
            } while counts.last != 0
            #expect(counts == [500, 50, 50, 0] && folders.count == 600 && folders.contains("run-99"))
            #expect(!folders.contains("run-101") && folders.contains("run-1098"))
            let large = try await store.removeResults(of: canary, over: 100_000)
            #expect(large.count == 500 && large.first == "run-101")
            #expect(try await store.removeResults(of: canary, over: 100_000).isEmpty)
            #expect(try await store.hours(of: canary, since: Self.time(0)).map(\.passed) == [600])
            var parts = 1
            while try await store.removePart(of: canary).isMoreLeft { parts += 1 }
            #expect(parts == 3)
            #expect(try await store.canaries().isEmpty)
            #expect(try await store.check().isEmpty)
            try await store.backUp(to: "\(folder)/copy.db")
            #expect(FileManager.default.fileExists(atPath: "\(folder)/copy.db"))
            await #expect(throws: StoreError.self) { try await store.backUp(to: "\(folder)/copy.db") }
        }
    }
}

extension Store {
    /// As if a later version had written it.
    fileprivate func pretendVersion(_ version: Int) throws {
        try database.execute("PRAGMA user_version=\(version)")
    }
}
