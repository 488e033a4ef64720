import Foundation

/// What a run left behind: the processes of its driver's group, those that have its folder in their environment or
/// arguments, and the files in the folder.
struct Leftovers: CustomStringConvertible {
    let processes: [String]
    let files: [String]

    var isEmpty: Bool { processes.isEmpty && files.isEmpty }
    var description: String { "processes \(processes), files \(files)" }

    init(of folder: String, group: pid_t) throws {
        let manager = FileManager.default
        let ids = try manager.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
        processes = ids.filter { id in
            getpgid(id) == group
                || ["environ", "cmdline"].contains { name in
                    manager.contents(atPath: "/proc/\(id)/\(name)")?.range(of: Data(folder.utf8)) != nil
                }
        }
        .map { id in
            let words = manager.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
            return "\(id) \(String(decoding: words.prefix(80), as: UTF8.self))"
        }
        // The folders that the test made itself are no leftovers; what vanishes meanwhile is passed over.
        let paths = manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        files = paths.filter { $0 != "temporary" && $0 != "home" }
    }

    /// Waits until nothing is left, 5 s at most.
    ///
    /// - Returns: What is left at the end, and how long it took.
    static func settle(of folder: String, group: pid_t) async throws -> (left: Leftovers, after: Duration) {
        let start = ContinuousClock.now
        while true {
            let left = try Leftovers(of: folder, group: group)
            let elapsed = ContinuousClock.now - start
            if left.isEmpty || elapsed > .seconds(5) { return (left, elapsed) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
