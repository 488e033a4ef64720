import Foundation

/// A moment in UTC with millisecond precision, written `2026-11-20T23:59:59.123Z`.
public struct Timestamp: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int

    /// Makes a moment from milliseconds since 1970.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// The present moment by the system's clock.
    public static func now() -> Timestamp {
        Timestamp(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded()))
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 with three decimals.
    ///
    /// Foundation's own style cuts the milliseconds short
    /// (1.987 s becomes `.986`), so they are written from the integer.
    public var description: String {
        var seconds = time_t(milliseconds / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let fields = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { ($0 < 10 ? "0" : "") + String($0) }
        let fraction = String(1000 + milliseconds % 1000).dropFirst()
        return
            "\(parts.tm_year + 1900)-\(fields[0])-\(fields[1])T\(fields[2]):\(fields[3]):\(fields[4]).\(fraction)Z"
    }
}

extension Timestamp: Codable {
    /// Decodes the form that ``description`` writes.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for any other text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        do {
            let date = try style.parse(text)
            self.init(milliseconds: Int((date.timeIntervalSince1970 * 1000).rounded()))
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not a time like 2026-11-20T23:59:59.123Z: \(text)"
            )
        }
    }

    /// Encodes ``description``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
