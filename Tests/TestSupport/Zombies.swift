import Foundation

/// Reaps children of this process that ended and that nobody waits for.
///
/// While a session ends in this process, it adopts the orphans of everything below it, those of a killed canary too.
/// An exit test waits for its own process by asking for any that ended, and is told of the same zombie again and again
/// (measured: 11 million times in 10 min): one that stays keeps all exit tests from ending, and with them all tests.
enum Zombies {
    /// How long a zombie is left to whoever started it: a driver that was killed is one until its session ends.
    private static let longest = Duration.seconds(10)

    /// Goes on for as long as this process runs, once it has been touched.
    static let areReaped: Void = {
        #if os(Linux)
        Thread.detachNewThread {
            var seen: [pid_t: ContinuousClock.Instant] = [:]
            while true {
                seen = reap(seen)
                Thread.sleep(forTimeInterval: 1)
            }
        }
        #endif
    }()

    /// Reaps those that were seen long ago.
    ///
    /// - Returns: The rest, each with when it was first seen.
    private static func reap(
        _ seen: [pid_t: ContinuousClock.Instant]
    ) -> [pid_t: ContinuousClock.Instant] {
        var left: [pid_t: ContinuousClock.Instant] = [:]
        for (id, name) in zombies() {
            let since = seen[id] ?? .now
            if since + longest > .now {
                left[id] = since
            } else if waitpid(id, nil, WNOHANG) == id {
                FileHandle.standardError.write(Data("zombie: nobody waited for \(name), \(id)\n".utf8))
            }
        }
        return left
    }

    /// The zombies among this process's children, with their names; those of exit tests have its own.
    private static func zombies() -> [(id: pid_t, name: String)] {
        let manager = FileManager.default
        guard let entries = try? manager.contentsOfDirectory(atPath: "/proc") else { return [] }
        return entries.compactMap { entry in
            guard let id = pid_t(entry), let bytes = manager.contents(atPath: "/proc/\(entry)/stat") else {
                return nil
            }
            // 4711 (name) Z 4710 …
            let text = String(decoding: bytes, as: UTF8.self)
            guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else { return nil }
            let fields = text[close...].split(separator: " ")
            guard fields.count > 2, fields[1] == "Z", pid_t(fields[2]) == getpid() else { return nil }
            let name = String(text[text.index(after: open)..<close])
            return ProcessInfo.processInfo.processName.hasPrefix(name) ? nil : (id, name)
        }
    }
}
