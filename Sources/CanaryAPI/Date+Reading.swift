import CanaryModel
import Foundation

extension Date {
    /// Reads a date; `nil` where it is not one.
    ///
    /// ISO 8601 with or without a time, as HTTP writes it, seconds or milliseconds since 1970 as a number, or by a pattern
    /// (Unicode TR 35); without a zone it is UTC.
    init?(_ value: JSONValue, pattern: String? = nil) {
        if pattern == nil, case .number(let number) = value {
            let seconds = number.double
            self = Date(timeIntervalSince1970: abs(seconds) > 1e11 ? seconds / 1000 : seconds)
            return
        }
        guard case .string(let text) = value else { return nil }
        let patterns = pattern.map { [$0] } ?? Self.patterns
        let formatter = DateFormatter.plain
        for pattern in patterns {
            formatter.dateFormat = pattern
            if let date = formatter.date(from: text) {
                self = date
                return
            }
        }
        return nil
    }

    private static let patterns = [
        "yyyy-MM-dd'T'HH:mm:ssXXXXX", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXXXX", "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", "yyyy-MM-dd'T'HH:mmXXXXX", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd",
        "EEE, dd MMM yyyy HH:mm:ss zzz", "MMM d HH:mm:ss yyyy zzz",
    ]
}

extension Date {
    /// The date in UTC as a pattern writes it (Unicode TR 35).
    func written(by pattern: String) -> String {
        let formatter = DateFormatter.plain
        formatter.dateFormat = pattern
        return formatter.string(from: self)
    }
}

extension DateFormatter {
    /// One that knows English names, and is in UTC.
    fileprivate static var plain: DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        return formatter
    }
}
