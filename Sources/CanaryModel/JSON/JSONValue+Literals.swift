// Values as they are written in Swift.

extension JSONValue: ExpressibleByStringLiteral {
    /// A string.
    public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral number: Int) { self = .number(JSONNumber(number)) }
}

extension JSONValue: ExpressibleByFloatLiteral {
    /// A number, with the digits that Swift gives it.
    public init(floatLiteral number: Double) { self = .number(JSONNumber(number)) }
}
