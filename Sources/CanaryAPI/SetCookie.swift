package import CanaryModel

/// A value of `Set-Cookie`, read as RFC 6265 says (section 5.2).
package struct SetCookie: Sendable, Hashable {
    /// The cookie's name.
    package let name: String
    /// The cookie's value.
    package let value: String
    private let attributes: [CookieAttribute: String]

    /// Reads it; `nil` where it sets no cookie.
    package init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.pair)
        guard let first = parts.first, let value = first.value, !first.name.isEmpty else { return nil }
        (name, self.value) = (first.name, value)
        var attributes: [CookieAttribute: String] = [:]
        for part in parts.dropFirst() {
            let attribute = CookieAttribute.allCases.first {
                $0.rawValue.lowercased() == part.name.lowercased()
            }
            if let attribute { attributes[attribute] = part.value ?? "" }
        }
        self.attributes = attributes
    }

    /// An attribute: `true` for one that has no value, a number for `Max-Age`; `nil` where it is not there.
    package subscript(attribute: CookieAttribute) -> JSONValue? {
        guard let text = attributes[attribute] else { return nil }
        switch attribute {
        case .secure, .httpOnly: return .bool(true)
        case .maxAge: return JSONNumber(text).map(JSONValue.number) ?? .string(text)
        case .expires, .domain, .path, .sameSite: return .string(text)
        }
    }

    private static func pair(_ text: Substring) -> (name: String, value: String?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.trimmingSpace
        }
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }
}

extension Substring {
    fileprivate var trimmingSpace: String {
        let start = drop(while: \.isWhitespace)
        return String(
            start.prefix(
                upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex
            )
        )
    }
}
