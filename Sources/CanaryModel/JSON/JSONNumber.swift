/// A JSON number, with the digits that it was written with.
///
/// Two are the same where their values are, exactly: `1.0` is `1`, `9007199254740993` is not `9007199254740992`.
public struct JSONNumber: Sendable {
    /// The number as JSON.
    public let digits: String

    /// Makes a number from how JSON writes it (RFC 8259, section 6); `nil` where it is not written so.
    public init?(_ digits: String) {
        guard Self.isNumber(digits) else { return nil }
        self.digits = digits
    }

    /// Makes a number; one that is not finite has no place in JSON and becomes 0.
    public init(_ number: Double) {
        if let whole = Int(exactly: number), abs(number) <= 9_007_199_254_740_992 {
            digits = String(whole)
        } else {
            digits = number.isFinite ? "\(number)" : "0"
        }
    }

    /// Makes a whole number.
    public init(_ number: Int) { digits = String(number) }

    /// Makes a number of digits that are known to be JSON's.
    init(trusted digits: String) { self.digits = digits }

    /// The nearest floating-point number; one that is too large is infinite.
    public var double: Double { Double(digits) ?? 0 }

    /// The number, where it is whole and has room.
    public var whole: Int? {
        if let whole = Int(digits) { return whole }
        let decimal = JSONDecimal(self)
        if decimal.digits.isEmpty { return 0 }
        guard decimal.exponent >= 0, decimal.exponent < 20 else { return nil }
        let zeros = String(repeating: "0", count: decimal.exponent)
        return Int((decimal.isNegative ? "-" : "") + decimal.digits.map { String($0) }.joined() + zeros)
    }

    /// Whether it has no fraction: also `1.0` and `1e3`.
    public var isWhole: Bool { JSONDecimal(self).exponent >= 0 }

    /// By hand: a regular expression takes 40 µs for each number of a file.
    private static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        func take(_ bytes: String) -> Bool {
            guard let first = rest.first, bytes.utf8.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        func takeDigits() -> Bool {
            let count = rest.prefix(while: isDigit).count
            rest.removeFirst(count)
            return count > 0
        }
        _ = take("-")
        guard take("0") || takeDigits() else { return false }
        if take("."), !takeDigits() { return false }
        if take("eE") {
            _ = take("+-")
            if !takeDigits() { return false }
        }
        return rest.isEmpty
    }
}

extension JSONNumber: Hashable, Comparable {
    /// Whether two numbers have the same value.
    public static func == (one: JSONNumber, other: JSONNumber) -> Bool {
        one.digits == other.digits || JSONDecimal(one) == JSONDecimal(other)
    }

    /// Whether one number is less than another.
    public static func < (one: JSONNumber, other: JSONNumber) -> Bool {
        JSONDecimal(one) < JSONDecimal(other)
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(JSONDecimal(self)) }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Makes a whole number.
    public init(integerLiteral number: Int) { self.init(number) }

    /// Makes a number.
    public init(floatLiteral number: Double) { self.init(number) }
}
