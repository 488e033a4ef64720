/// A JSON number as whole digits without zeros at either end, times a power of ten.
///
/// Zero has no digits.
package struct JSONDecimal: Hashable, Comparable {
    /// Whether it is less than zero.
    package let isNegative: Bool
    /// The digits, each from 0 to 9.
    package let digits: [UInt8]
    /// The power of ten; one that has no room is as large as one can be.
    package let exponent: Int

    /// Takes a number apart.
    package init(_ number: JSONNumber) {
        var text = number.digits.utf8[...]
        let hasSign = text.first == UInt8(ascii: "-")
        if hasSign { text.removeFirst() }
        let end = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
        let point = text[..<end].firstIndex(of: UInt8(ascii: ".")) ?? end
        let fraction = text[point..<end].dropFirst()
        let all = (Array(text[..<point]) + Array(fraction)).map { $0 - UInt8(ascii: "0") }
        let last = (all.lastIndex { $0 != 0 } ?? -1) + 1
        digits = Array(all[..<last].drop { $0 == 0 })
        isNegative = hasSign && !digits.isEmpty
        let shift = all.count - last - fraction.count
        exponent = digits.isEmpty ? 0 : Self.exponent(text[end...].dropFirst()) + shift
    }

    private static func exponent(_ text: Substring.UTF8View) -> Int {
        if text.isEmpty { return 0 }
        let limit = Int.max / 4
        let isNegative = text.first == UInt8(ascii: "-")
        return Int(Substring(text)).map { max(-limit, min(limit, $0)) } ?? (isNegative ? -limit : limit)
    }

    /// How many digits stand before the point.
    private var magnitude: Int { digits.count + exponent }

    /// Whether one is less than the other.
    package static func < (one: JSONDecimal, other: JSONDecimal) -> Bool {
        if one.isNegative != other.isNegative { return one.isNegative }
        let isLess = one.isNearerToZero(than: other)
        return one.isNegative ? !isLess && one != other : isLess
    }

    private func isNearerToZero(than other: JSONDecimal) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if magnitude != other.magnitude { return magnitude < other.magnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
