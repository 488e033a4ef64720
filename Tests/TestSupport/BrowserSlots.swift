import Foundation
import Testing

/// Keeps the number of browsers that tests run at once to what two cores carry: they wait for a third of their time, and
/// a starved browser makes waits fail that are right.
public actor BrowserSlots {
    private static let shared = BrowserSlots()
    private var free = 3
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Whether tests that need a browser are left out, as `scripts/test --fast` asks.
    private static let areClosed = ProcessInfo.processInfo.environment["CANARY_TESTS"] == "fast"

    /// Waits for a free slot and holds it while `body` runs; in the fast tests, ends the test as skipped.
    public static func withSlot<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        if areClosed { try Test.cancel("needs a browser") }
        _ = Zombies.areReaped
        await shared.take()
        let watch = tellOverlong(Test.current?.name ?? "a test")
        defer { watch.cancel() }
        do {
            let result = try await body()
            await shared.giveBack()
            return result
        } catch {
            await shared.giveBack()
            throw error
        }
    }

    /// Says which test holds a slot for over a minute: where the tests stand still, these are to be looked at.
    private static func tellOverlong(_ test: String) -> Task<Void, any Error> {
        Task {
            for minutes in 1... {
                try await Task.sleep(for: .seconds(60))
                let line = "slow: \(test) has had a browser for \(minutes) min\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
        }
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
