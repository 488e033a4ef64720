import Foundation

/// The target of a request line (RFC 9112, section 3.2): a path, and a query.
struct Target {
    let rawPath: String
    let path: String
    let query: [QueryItem]

    /// Reads it; `nil` where it is no path, or what it escapes is no text.
    init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, first.hasPrefix("/") || first == "*", let path = Self.decoded(first)
        else {
            return nil
        }
        rawPath = String(first)
        self.path = path
        var query: [QueryItem] = []
        for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { Self.decoded($0.replacing("+", with: " ")) }
            guard let name = sides[0], let value = sides.count > 1 ? sides[1] : "" else { return nil }
            query.append(QueryItem(name: name, value: value))
        }
        self.query = query
    }

    /// A text without its escapes; `nil` where they are not UTF-8 or hold NUL, which would end a path early.
    private static func decoded(_ text: some StringProtocol) -> String? {
        guard let decoded = text.removingPercentEncoding, !decoded.utf8.contains(0) else { return nil }
        return decoded
    }
}
