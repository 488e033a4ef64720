import Foundation

/// What a run left behind: processes that have its folder in their environment or arguments, and files in it.
struct Leftovers: Equatable, CustomStringConvertible {
    let processes: [String]
    let files: [String]

    var isEmpty: Bool { processes.isEmpty && files.isEmpty }
    var description: String { "processes \(processes), files \(files)" }

    init(of folder: String) throws {
        let manager = FileManager.default
        processes = try manager.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap {
            id in
            let texts = ["environ", "cmdline"].map { manager.contents(atPath: "/proc/\(id)/\($0)") ?? Data() }
            guard texts.contains(where: { $0.range(of: Data(folder.utf8)) != nil }) else { return nil }
            return "\(id) \(String(decoding: texts[1].prefix(80), as: UTF8.self))"
        }
        // The folders that the test made itself are no leftovers; what vanishes meanwhile is passed over.
        let paths = manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        files = paths.filter { $0 != "temporary" && $0 != "home" }
    }

    /// Waits until nothing is left, 5 s at most.
    ///
    /// - Returns: What is left at the end, and how long it took.
    static func settle(of folder: String) async throws -> (left: Leftovers, after: Duration) {
        let start = ContinuousClock.now
        while true {
            let left = try Leftovers(of: folder)
            let elapsed = ContinuousClock.now - start
            if left.isEmpty || elapsed > .seconds(5) { return (left, elapsed) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
