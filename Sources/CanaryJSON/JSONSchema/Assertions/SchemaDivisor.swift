import CanaryModel

/// The number of `multipleOf`, to divide by exactly.
struct SchemaDivisor: Sendable {
    /// As the schema writes it.
    let written: String
    private let digits: UInt128
    private let exponent: Int
    /// How many digits are taken: ten times as much must have room in 128 bits.
    static let maximumDigits = 37

    /// Makes a divisor; `nil` where the number is not positive or has more digits than are taken.
    init?(_ number: JSONNumber) {
        let parts = JSONDecimal(number)
        guard !parts.isNegative, 1...Self.maximumDigits ~= parts.digits.count else { return nil }
        written = number.digits
        digits = parts.digits.reduce(0) { $0 * 10 + UInt128($1) }
        exponent = parts.exponent
    }

    /// Whether a number is a whole multiple, exactly.
    ///
    /// Takes time linear in its digits, however large its exponent.
    func divides(_ number: JSONNumber) -> Bool {
        let parts = JSONDecimal(number)
        if parts.digits.isEmpty { return true }
        // The digits end in no zero, so ten does not divide them.
        guard parts.exponent >= exponent else { return false }
        let remainder = parts.digits.reduce(UInt128(0)) { ($0 * 10 + UInt128($1)) % digits }
        return product(remainder, powerOfTen(parts.exponent - exponent)) == 0
    }

    /// 10^power, modulo the digits.
    private func powerOfTen(_ power: Int) -> UInt128 {
        var result = 1 % digits
        var factor = 10 % digits
        var power = power
        while power > 0 {
            if power & 1 == 1 { result = product(result, factor) }
            factor = product(factor, factor)
            power >>= 1
        }
        return result
    }

    /// A product modulo the digits, by doubling: the whole product may have no room.
    private func product(_ one: UInt128, _ other: UInt128) -> UInt128 {
        if one.leadingZeroBitCount + other.leadingZeroBitCount >= 128 { return one * other % digits }
        var result: UInt128 = 0
        var one = one
        var other = other
        while other > 0 {
            if other & 1 == 1 { result = (result + one) % digits }
            one = one * 2 % digits
            other >>= 1
        }
        return result
    }
}
