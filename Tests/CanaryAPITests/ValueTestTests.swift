import CanaryModel
import Foundation
import Testing

@testable import CanaryAPI

@Suite("Tests of what is read of a response") struct ValueTestTests {
    private func values(_ text: String) throws -> [JSONValue] {
        guard case .array(let values) = try JSONValue(parsing: Data(text.utf8)) else { return [] }
        return values
    }

    @Test(
        "hold for the right values and for no others",
        arguments: [
            (ValueTest.equals(.string("5")), #"["5"]"#, #"[5]"#), (.equals(.number(5)), "[5.0]", #"["5"]"#),
            (.equals(.null), "[null]", "[]"),
            (.equals(.object(["a": .number(1)])), #"[{"a":1}]"#, #"[{"a":1,"b":2}]"#),
            (.equals(.string("caf\u{e9}")), "[\"caf\u{e9}\"]", "[\"cafe\u{301}\"]"),
            (.isStatus([StatusRange(201)]), "[201]", "[200]"),
            (.isStatus([StatusRange(200...299), StatusRange(404)]), "[404]", "[300]"),
            (.contains(.string("b")), #"["abc"]"#, #"["ac"]"#),
            (.contains(.string("b")), #"[["a","b"]]"#, #"[["abc"]]"#),
            (.contains(.number(2)), "[1,2]", "[1,3]"),
            (.contains(.string("a")), #"["b","a"]"#, #"["ab","b"]"#),
            (.matches("^a.c$"), #"["abc"]"#, #"["abcd"]"#), (.matches("^5$"), "[5]", "[55]"),
            (.startsWith("ab"), #"["abc"]"#, #"["bc"]"#), (.endsWith("bc"), #"["abc"]"#, #"["ab"]"#),
            (.atLeast(5), "[5]", "[4.9]"), (.atMost(5), "[5]", "[5.1]"), (.lessThan(5), "[4]", "[5]"),
            (.greaterThan(5), #"["6"]"#, "[5]"), (.greaterThan(5), "[6]", #"["many"]"#),
            (.count(.equals(.number(2))), "[[1,2]]", "[[1]]"), (.count(.atLeast(2)), "[1,2]", "[1]"),
            (.count(.equals(.number(1))), #"[{"a":1}]"#, "[{}]"), (.count(.equals(.number(0))), "[]", "[1]"),
            (.type(.integer), "[1.0]", "[1.5]"), (.type(.string), #"["1"]"#, "[1]"),
            (.type(.null), "[null]", "[]"),
            (.schema(.object(["type": .string("object")])), "[{}]", "[1]"), (.absent(true), "[]", "[null]"),
            (.absent(false), "[null]", "[]"),
        ]
    )
    func verdicts(test: ValueTest, right: String, wrong: String) throws {
        #expect(test.judge(try values(right)) == .holds, "\(test) \(right)")
        #expect(test.judge(try values(wrong)) != .holds, "\(test) \(wrong)")
    }

    @Test("tell what there was in place of what is asked")
    func found() throws {
        #expect(ValueTest.equals(.number(1)).judge([]) == .absent)
        #expect(ValueTest.equals(.number(1)).judge(try values("[2,3]")) == .unfit("2 values: 2, 3"))
        #expect(ValueTest.atLeast(1).judge(try values(#"["a"]"#)) == .unfit(#""a""#))
        #expect(ValueTest.equals(.number(1)).judge(try values(#"["1"]"#)) == .found(#""1""#))
        #expect(ValueTest.count(.atLeast(3)).judge(try values("[[1]]")) == .found("1"))
        #expect(ValueTest.absent(true).judge(try values("[null]")) == .found("null"))
        guard case .invalid(let reason) = ValueTest.matches("(").judge(try values(#"["a"]"#)) else {
            Issue.record("a pattern that is not valid was taken")
            return
        }
        #expect(reason.hasPrefix("the regular expression is not valid"))
    }
}
