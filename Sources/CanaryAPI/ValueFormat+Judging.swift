import CanaryModel
import Foundation

extension ValueFormat {
    /// Whether a value has this form.
    func holds(for value: JSONValue) -> Bool {
        switch (self, value) {
        case (.empty, .string(let text)): text.isEmpty
        case (.empty, .array(let elements)): elements.isEmpty
        case (.empty, .object(let object)): object.count == 0
        case (.integer, .number(let number)): number.isWhole
        case (.integer, .string(let text)): JSONNumber(text)?.isWhole ?? false
        case (.date, .string): Date(value) != nil
        case (.uuid, .string(let text)): text.count == 36 && UUID(uuidString: text) != nil
        case (.ipv4, .string(let text)): Self.isAddress(text, AF_INET)
        case (.ipv6, .string(let text)): Self.isAddress(text, AF_INET6)
        default: false
        }
    }

    private static func isAddress(_ text: String, _ family: Int32) -> Bool {
        var address = in6_addr()  // has room for both
        return inet_pton(family, text, &address) == 1
    }

    /// The form, as a message names it.
    var words: String {
        switch self {
        case .date: "a date"
        case .uuid: "a UUID"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .integer: "a whole number"
        case .empty: "empty"
        }
    }
}
