import Foundation

/// What a run left behind: the processes of its driver's group, those that have its folder in their environment or
/// arguments, and the files in the folder.
public struct Leftovers: CustomStringConvertible, Sendable {
    /// The processes, each with its id and the beginning of its command line.
    public let processes: [String]
    /// The paths of the files and folders, in the folder.
    public let files: [String]

    /// Whether nothing is left.
    public var isEmpty: Bool { processes.isEmpty && files.isEmpty }
    /// All that is left.
    public var description: String { "processes \(processes), files \(files)" }

    /// Looks.
    ///
    /// - Parameters:
    ///   - folder: The run's folder; `temporary` and `home` in it are the test's own.
    ///   - group: The driver's process group; -1 where it is not known.
    /// - Throws: What keeps the list of processes from being read.
    public init(of folder: String, group: Int32 = -1) throws {
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

    /// Reaps what came to this process: while a run beside this one in it is killed, it adopts all orphans.
    private static func reapAdopted(of group: Int32) {
        guard group > 0 else { return }
        while waitpid(-group, nil, WNOHANG) > 0 {}
    }

    /// Waits until nothing is left, 5 s at most.
    ///
    /// - Returns: What is left at the end, and how long it took.
    public static func settle(
        of folder: String,
        group: Int32 = -1
    ) async throws -> (left: Leftovers, after: Duration) {
        let start = ContinuousClock.now
        while true {
            reapAdopted(of: group)
            let left = try Leftovers(of: folder, group: group)
            let elapsed = ContinuousClock.now - start
            if left.isEmpty || elapsed > .seconds(5) { return (left, elapsed) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

extension Leftovers {
    /// Makes a run's folder and hands it to `body`, with the environment that makes a run leave there what it leaves.
    public static func withFolders(_ body: (String, [String: String]) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for name in ["temporary", "home"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(name)",
                    withIntermediateDirectories: false
                )
            }
            try await body(folder, ["TMPDIR": "\(folder)/temporary", "HOME": "\(folder)/home"])
        }
    }
}
