public import Foundation

/// Test data that a flow makes for itself: `${uuid}`, `${random:8}`, `${now+7d:yyyy-MM-dd}`.
///
/// It is the same wherever it is used in one attempt, and another one in the next; what is written differently is another
/// value.
public struct GeneratedValue: Sendable, Hashable {
    /// What is made.
    enum Kind: Sendable, Hashable {
        case uuid
        /// The time in ISO 8601, or as a date pattern has it (Unicode TR 35), so many seconds after the attempt's start, UTC.
        case time(offset: Int, pattern: String?)
        /// Seconds since 1970.
        case unixTime
        /// So many of a to z and 0 to 9.
        case random(Int)
    }

    /// Why a reference is not one of a value that can be generated.
    public struct Mistake: Error, Sendable, Hashable {
        /// What is wrong, in a sentence without its end.
        public let reason: String
    }

    /// The reference, without `${` and `}`.
    public let written: String
    let kind: Kind

    /// The names that stand for generated values.
    public static let names = ["uuid", "timestamp", "unixTime", "random", "now"]

    /// Reads a reference: `uuid`, `uuid:order`, `timestamp`, `unixTime`, `random:8`, `now`, `now-2h:HH:mm`.
    ///
    /// - Returns: The value; `nil` where the name is not one of ``names``.
    /// - Throws: ``Mistake`` where its argument is not valid.
    public init?(written: String) throws(Mistake) {
        let name = written.prefix { $0.isASCII && $0.isLetter }
        let rest = written.dropFirst(name.count)
        let argument = rest.first == ":" ? String(rest.dropFirst()) : nil
        switch name {
        case "uuid" where rest.isEmpty || argument?.isEmpty == false: kind = .uuid
        case "timestamp" where rest.isEmpty: kind = .time(offset: 0, pattern: nil)
        case "unixTime" where rest.isEmpty: kind = .unixTime
        case "random":
            guard let length = argument.flatMap({ Int($0) }), (1...100).contains(length) else {
                throw Mistake(reason: "random takes the number of characters, 1 to 100, as in ${random:8}")
            }
            kind = .random(length)
        case "now": kind = try Self.time(rest)
        case "uuid", "timestamp", "unixTime":
            let example = name == "uuid" ? "; uuid takes a name, as in ${uuid:order}" : ""
            throw Mistake(reason: "'\(rest)' cannot stand behind \(name)\(example)")
        default: return nil
        }
        self.written = written
    }

    /// Reads what stands behind `now`: `+7d`, `:yyyy-MM-dd`, both or nothing.
    private static func time(_ text: Substring) throws(Mistake) -> Kind {
        let example = "as in ${now+7d:yyyy-MM-dd}; units are s, m, h, d and w"
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let pattern = parts.count > 1 ? String(parts[1]) : nil
        // `:-` begins a default.
        guard pattern?.isEmpty != true, pattern?.contains(":-") != true else {
            throw Mistake(reason: "the date pattern is not valid, \(example)")
        }
        guard let offset = parts.first, !offset.isEmpty else { return .time(offset: 0, pattern: pattern) }
        let seconds = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let sign = offset.first, sign == "+" || sign == "-",
            let count = Int(offset.dropFirst().dropLast()), (0...100_000).contains(count),
            let unit = offset.last.flatMap({ seconds[String($0)] })
        else { throw Mistake(reason: "'\(offset)' is not an offset of time, \(example)") }
        return .time(offset: (sign == "-" ? -count : count) * unit, pattern: pattern)
    }

    /// Makes the value.
    ///
    /// - Parameter start: When the attempt started.
    /// - Returns: A string; a number where it is the time in seconds.
    public func value(at start: Date) -> JSONValue {
        switch kind {
        case .uuid: return .string(UUID().uuidString.lowercased())
        case .unixTime: return .number(JSONNumber(Int(start.timeIntervalSince1970)))
        case .random(let length):
            return .string(String((0..<length).compactMap { _ in Self.characters.randomElement() }))
        case .time(let offset, let pattern):
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(secondsFromGMT: 0)
            formatter.dateFormat = pattern ?? "yyyy-MM-dd'T'HH:mm:ss'Z'"
            return .string(formatter.string(from: start + TimeInterval(offset)))
        }
    }

    private static let characters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
}
