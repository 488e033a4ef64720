import Foundation

/// JSON from outside whose numbers are what no page, driver or file sends by mistake.
public enum ExtremeNumbers {
    /// Numbers as JSON writes them: the ends of each width, what no integer holds, negative ones, the smallest fraction.
    public static let literals = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615",
        "1e300", "-1e300", "1.7976931348623157e308", "1e-320", "-0.0", "-1", "2147483648", "4294967296",
        "9007199254740993", "0.5", "null", "\"NaN\"",
    ]

    /// The JSON once for each number in it and each extreme, with that one in the number's place, and once for each
    /// extreme with it in the place of all.
    public static func variants(of json: String) -> [String] {
        let pattern = #/"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/#
        let places = json.matches(of: pattern).map(\.range).filter { json[$0.lowerBound] != "\"" }
        func replacing(_ places: [Range<String.Index>], with literal: String) -> String {
            places.reversed().reduce(into: json) { $0.replaceSubrange($1, with: literal) }
        }
        return literals.flatMap { literal in
            (places.map { [$0] } + (places.isEmpty ? [] : [places])).map { replacing($0, with: literal) }
        }
    }
}
