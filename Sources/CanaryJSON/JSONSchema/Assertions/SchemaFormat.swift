/// The formats that `format` can assert; any other is a note.
enum SchemaFormat: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date, time, email, uri, uuid, ipv4, ipv6, hostname

    /// The format in words: `an email address`.
    var wording: String {
        switch self {
        case .dateTime: "a date and time as RFC 3339 writes them (2024-05-31T12:00:00Z)"
        case .date: "a date (2024-05-31)"
        case .time: "a time with its offset (12:00:00Z)"
        case .email: "an email address"
        case .uri: "a URI with its scheme"
        case .uuid: "a UUID"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .hostname: "a host name"
        }
    }

    /// Whether a text has the format.
    func includes(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        return switch self {
        case .dateTime: Self.isDateTime(text)
        case .date: Self.isDate(text)
        case .time: Self.isTime(text)
        case .email: Self.isEmail(text)
        case .uri: Self.isURI(text)
        case .uuid: Self.isUUID(text)
        case .ipv4: Self.isIPv4(text)
        case .ipv6: Self.isIPv6(text)
        case .hostname: Self.isHostname(text)
        }
    }
}
