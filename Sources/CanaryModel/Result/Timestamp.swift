import Foundation

/// A moment in UTC with millisecond precision, written `2026-11-20T23:59:59.123Z`.
public struct Timestamp: Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int

    /// The years that four digits can write, in milliseconds since 1970.
    private static let writable = -62_167_219_200_000...253_402_300_799_999

    /// Makes a moment from milliseconds since 1970; what lies outside of the years 0000 to 9999 is the nearest in them.
    public init(milliseconds: Int) {
        self.milliseconds = min(max(milliseconds, Self.writable.lowerBound), Self.writable.upperBound)
    }

    /// The present moment by the system's clock.
    public static func now() -> Timestamp {
        Timestamp(milliseconds: Int(clamped: Date().timeIntervalSince1970 * 1000))
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 with three decimals.
    ///
    /// Foundation's own style cuts the milliseconds short
    /// (1.987 s becomes `.986`), so they are written from the integer.
    public var description: String {
        let thousandths = (milliseconds % 1000 + 1000) % 1000
        var seconds = time_t((milliseconds - thousandths) / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let fields = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { ($0 < 10 ? "0" : "") + String($0) }
        let fraction = String(1000 + thousandths).dropFirst()
        let year = String(10_000 + Int(parts.tm_year) + 1900).dropFirst()
        return
            "\(year)-\(fields[0])-\(fields[1])T\(fields[2]):\(fields[3]):\(fields[4]).\(fraction)Z"
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
            self.init(milliseconds: Int(clamped: date.timeIntervalSince1970 * 1000))
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
