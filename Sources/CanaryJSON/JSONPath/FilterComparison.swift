import CanaryModel

/// How two values are compared.
enum FilterComparison: String, CaseIterable {
    // Longer ones stand before those that they begin with.
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"

    /// Whether it is true of two values; `nil` is not a value at all.
    func holds(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        switch self {
        case .equal: one == other
        case .unequal: one != other
        case .less: Self.isLess(one, other)
        case .greater: Self.isLess(other, one)
        case .atMost: Self.isLess(one, other) || one == other
        case .atLeast: Self.isLess(other, one) || one == other
        }
    }

    /// Only numbers and strings have an order.
    private static func isLess(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)): one < other
        // The order of UTF-8 is the order of Unicode scalar values.
        case (.string(let one), .string(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
        default: false
        }
    }
}
