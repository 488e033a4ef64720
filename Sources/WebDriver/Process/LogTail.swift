import Foundation

/// The end of a log file.
enum LogTail {
    /// Its last lines, whole ones as far as they fit into so many bytes; empty where it cannot be read.
    ///
    /// Messages of D-Bus, which a machine without a desktop does not have, are left out.
    static func read(_ path: String, bytes: Int) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else { return "" }
        defer { try? file.close() }  // opened for reading: nothing can be lost
        do {
            let size = try file.seekToEnd()
            let start = size > UInt64(bytes) ? size - UInt64(bytes) : 0
            try file.seek(toOffset: start)
            let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
            let lines = text.split(separator: "\n").dropFirst(start > 0 ? 1 : 0)
            return lines.filter { !$0.contains(":dbus/") }.joined(separator: "\n")
        } catch {
            return "(the log could not be read: \(error.localizedDescription))"
        }
    }
}
