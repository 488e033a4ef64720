import Testing

@testable import CanaryModel

@Suite("JSON numbers") struct JSONNumberTests {
    @Test(
        "are compared by their exact value, however they are written",
        arguments: [
            ("1", "1.0", 0), ("100", "1e2", 0), ("1E-2", "0.01", 0), ("0", "-0.0", 0), ("0e9", "0", 0),
            ("9007199254740992", "9007199254740993", -1), ("29.99", "30", -1), ("-2", "-1", -1),
            ("-1", "1", -1),
            ("-0", "1", -1), ("0.1", "0.10000000000000000001", -1), ("9", "10", -1), ("99", "1e3", -1),
            ("1e999999999999999999999", "2", 1), ("1e-999999999999999999999", "0", 1), ("-5", "-50", 1),
        ]
    )
    func order(one: String, other: String, order: Int) throws {
        let (one, other) = (try #require(JSONNumber(one)), try #require(JSONNumber(other)))
        #expect((one == other) == (order == 0))
        #expect((one < other) == (order < 0))
        #expect((other < one) == (order > 0))
        #expect(order != 0 || one.hashValue == other.hashValue)
    }

    @Test("have their whole value where there is room")
    func whole() {
        let cases: [(JSONNumber?, Int?)] = [
            (JSONNumber("9223372036854775807"), .max), (JSONNumber("-9223372036854775808"), .min),
            (JSONNumber("9223372036854775808"), nil), (JSONNumber("1e3"), 1000), (JSONNumber("1.50"), nil),
            (JSONNumber("-0.0"), 0), (JSONNumber("20.0"), 20), (JSONNumber("1e400"), nil),
        ]
        for (number, whole) in cases { #expect(number?.whole == whole, "\(number?.digits ?? "none")") }
        #expect(JSONNumber("1e400")?.isWhole == true && JSONNumber("1.5")?.isWhole == false)
    }

    @Test("are made of doubles as JSON writes them, and of nothing else")
    func made() {
        #expect(
            [1.0, 1.5, -0.0, 1e21, .infinity].map { JSONNumber($0).digits } == [
                "1", "1.5", "0", "1e+21", "0",
            ]
        )
        for text in ["", "01", "1.", ".5", "+1", "0x10", "NaN", "1e", " 1", "١"] {
            #expect(JSONNumber(text) == nil, "\(text)")
        }
    }
}
