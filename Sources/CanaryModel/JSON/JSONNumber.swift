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
        let decimal = Decimal(self)
        if decimal.digits.isEmpty { return 0 }
        guard decimal.exponent >= 0, decimal.exponent < 20 else { return nil }
        let zeros = String(repeating: "0", count: decimal.exponent)
        return Int((decimal.isNegative ? "-" : "") + String(decoding: decimal.digits, as: UTF8.self) + zeros)
    }

    /// Whether it has no fraction: also `1.0` and `1e3`.
    public var isWhole: Bool { Decimal(self).exponent >= 0 }

    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/#) != nil
    }
}

extension JSONNumber: Hashable, Comparable {
    /// Whether two numbers have the same value.
    public static func == (one: JSONNumber, other: JSONNumber) -> Bool {
        one.digits == other.digits || Decimal(one) == Decimal(other)
    }

    /// Whether one number is less than another.
    public static func < (one: JSONNumber, other: JSONNumber) -> Bool { Decimal(one) < Decimal(other) }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(Decimal(self)) }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Makes a whole number.
    public init(integerLiteral number: Int) { self.init(number) }

    /// Makes a number.
    public init(floatLiteral number: Double) { self.init(number) }
}

extension JSONNumber {
    /// Its value: a whole number without zeros at either end, times a power of ten.
    ///
    /// Zero has no digits.
    struct Decimal: Hashable, Comparable {
        let isNegative: Bool
        /// The digits, as ASCII.
        let digits: [UInt8]
        let exponent: Int

        init(_ number: JSONNumber) {
            var text = number.digits.utf8[...]
            let isNegative = text.first == UInt8(ascii: "-")
            if isNegative { text.removeFirst() }
            let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
                $0 | 0x20 == UInt8(ascii: "e")
            }
            let numerals = parts[0].split(separator: UInt8(ascii: "."), maxSplits: 1)
            var digits = Array(numerals.joined())
            var exponent = Self.exponent(parts.dropFirst().first) - (numerals.dropFirst().first?.count ?? 0)
            digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
            while digits.last == UInt8(ascii: "0") {
                digits.removeLast()
                exponent += 1
            }
            self.digits = digits
            self.isNegative = isNegative && !digits.isEmpty
            self.exponent = digits.isEmpty ? 0 : exponent
        }

        /// An exponent that has no room is as large as one can be: such numbers are compared by their sign alone.
        private static func exponent(_ text: Substring.UTF8View?) -> Int {
            guard let text else { return 0 }
            let limit = Int.max / 4
            let isNegative = text.first == UInt8(ascii: "-")
            return Int(Substring(text)).map { max(-limit, min(limit, $0)) } ?? (isNegative ? -limit : limit)
        }

        /// How many digits stand before the point.
        private var magnitude: Int { digits.count + exponent }

        static func < (one: Decimal, other: Decimal) -> Bool {
            if one.isNegative != other.isNegative { return one.isNegative }
            let isLess = one.isNearerToZero(than: other)
            return one.isNegative ? !isLess && one != other : isLess
        }

        private func isNearerToZero(than other: Decimal) -> Bool {
            if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
            if magnitude != other.magnitude { return magnitude < other.magnitude }
            return digits.lexicographicallyPrecedes(other.digits)
        }
    }
}
