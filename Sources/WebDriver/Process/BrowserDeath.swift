import Foundation

/// Tells that the browser which a driver just started is dead.
///
/// The driver itself finds that out after 60 s, where it talks to the browser by a pipe.
enum BrowserDeath {
    /// Waits until the driver's only children are dead ones.
    ///
    /// The first look comes after half a second, when a browser that lives has usually answered: a start that goes
    /// well costs nothing.
    ///
    /// - Returns: Whether that came about; `false` when the task was cancelled.
    static func wait(forChildOf driver: pid_t) async -> Bool {
        var pause = Duration.milliseconds(500)
        while true {
            do { try await Task.sleep(for: pause) } catch { return false }
            if onlyDeadChildren(of: driver) { return true }
            pause = .milliseconds(100)
        }
    }

    // From /proc; without one (macOS) nothing is known, and the driver's own 60 s count.
    private static func onlyDeadChildren(of process: pid_t) -> Bool {
        let tasks = "/proc/\(process)/task"
        // Asks whether there is such a process.
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: tasks) else { return false }
        let children = threads.flatMap { thread -> [Substring] in
            guard let list = FileManager.default.contents(atPath: "\(tasks)/\(thread)/children") else {
                return []
            }
            return String(decoding: list, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        }
        return !children.isEmpty && children.allSatisfy { isZombie($0) }
    }

    // The state stands behind the name, which is in parentheses and may hold any character.
    private static func isZombie(_ process: Substring) -> Bool {
        guard let stat = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return false }
        let text = String(decoding: stat, as: UTF8.self)
        guard let name = text.lastIndex(of: ")") else { return false }
        return text[name...].dropFirst(2).first == "Z"
    }
}
