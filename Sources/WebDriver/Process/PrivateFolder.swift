import Foundation

/// A folder of one run's own, where the driver, the browser and all that they write is.
struct PrivateFolder: Sendable, Hashable {
    /// Its path: `/tmp/canary-k3f9Qz`, without symbolic links that would make it longer.
    let path: String

    // Chromium puts sockets into it, whose whole path may have 107 characters, and adds about 50.
    private static let longestParent = 48

    private static let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    /// Chooses a folder in the system's temporary folder, and makes none: first must stand what removes it.
    ///
    /// A temporary folder with a long path breaks Chromium; `/tmp` is taken instead.
    init() {
        let name = String((0..<6).compactMap { _ in Self.letters.randomElement() })
        path = "\(Self.parent)/canary-\(name)"
    }

    /// Makes the folder, readable by its user alone.
    ///
    /// - Throws: Why it could not be made; where it is there already it is another's.
    func make() throws(SystemCallError) {
        guard mkdir(path, 0o700) == 0 else {
            throw SystemCallError(attempt: "make the folder \(path)", code: errno)
        }
    }

    /// The system's temporary folder.
    static var parent: String { usable(ProcessInfo.processInfo.environment["TMPDIR"]) ?? "/tmp" }

    /// The free bytes there; `nil` where there is no such folder.
    static var freeSpace: UInt64? {
        var space = statvfs()
        guard statvfs(parent, &space) == 0 else { return nil }
        return UInt64(space.f_bavail) * UInt64(space.f_frsize)
    }

    private static func usable(_ path: String?) -> String? {
        guard var path, path.hasPrefix("/") else { return nil }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.utf8.count <= longestParent ? path : nil
    }

    /// Removes it with all that is in it; blocks.
    ///
    /// A process that is just ending may still write, so it is done again until the deadline.
    ///
    /// - Throws: What kept it, once the deadline has passed.
    func remove(by deadline: ContinuousClock.Instant) throws {
        while true {
            do {
                return try FileManager.default.removeItem(atPath: path)
            } catch {
                if access(path, F_OK) != 0 { return }
                if ContinuousClock.now >= deadline { throw error }
            }
            usleep(1000)
        }
    }
}
