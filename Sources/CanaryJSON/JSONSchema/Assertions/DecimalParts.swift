import CanaryModel

/// A number as whole digits without zeros at either end, times a power of ten.
///
/// Zero has no digits.
struct DecimalParts {
    let isNegative: Bool
    /// Each from 0 to 9.
    let digits: [UInt8]
    let exponent: Int

    init(_ number: JSONNumber) {
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

    /// An exponent that has no room is as large as one can be.
    private static func exponent(_ text: Substring.UTF8View) -> Int {
        if text.isEmpty { return 0 }
        let limit = Int.max / 4
        let isNegative = text.first == UInt8(ascii: "-")
        return Int(Substring(text)).map { max(-limit, min(limit, $0)) } ?? (isNegative ? -limit : limit)
    }
}
