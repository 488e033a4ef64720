import CanaryModel
import WebDriver

extension ConsoleEntry {
    /// An entry of the driver's `browser` log, taken apart: `URL LINE:COLUMN TEXT`, or `URL - TEXT`.
    init(_ entry: LogEntry) {
        self.init(
            level: Level(driver: entry.level),
            source: entry.source ?? "other",
            text: entry.message,
            time: Timestamp(milliseconds: Int(clamped: entry.timestamp))
        )
        let words = entry.message.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3 else { return }
        if words[1] == "-" {
            (url, text) = (String(words[0]), String(words[2]))
            return
        }
        let place = words[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard place.count == 2, let line = place[0], let column = place[1] else { return }
        // What has no URL has the name of its source in its place.
        url = words[0] == source ? nil : String(words[0])
        (self.line, self.column) = (line.adding(clamped: 1), column.adding(clamped: 1))
        text = Self.unquoted(String(words[2]))
    }

    /// `"boom" Object` is `boom Object`: the driver quotes strings as JSON does.
    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 else { return text }
        let inner = text.dropFirst().dropLast()
        return inner.contains("\"") ? text : String(inner).replacing("\\n", with: "\n")
    }
}

extension ConsoleEntry.Level {
    fileprivate init(driver level: String) {
        switch level {
        case "SEVERE": self = .error
        case "WARNING": self = .warning
        case "DEBUG": self = .debug
        default: self = .info
        }
    }
}
