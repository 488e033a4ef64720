/// Keeps the number of browsers that tests run at once to what two cores carry: a starved browser makes waits
/// fail that are right.
public actor BrowserSlots {
    private static let shared = BrowserSlots()
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Waits for a free slot and holds it while `body` runs.
    public static func withSlot<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        await shared.take()
        do {
            let result = try await body()
            await shared.giveBack()
            return result
        } catch {
            await shared.giveBack()
            throw error
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
