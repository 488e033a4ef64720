import CanaryModel
import Foundation
import Testing

@testable import CanaryBrowser

@Suite("Comparisons") struct ComparisonTests {
    /// A text, a comparison, and whether it holds.
    private static let vectors: [(String, Comparison, Bool)] = [
        ("Save", .equals("Save"), true), ("Save", .equals("save"), false), ("", .equals(""), true),
        ("caf\u{E9}", .equals("cafe\u{301}"), false), ("cafe\u{301}", .startsWith("cafe"), true),
        ("a line", .contains(" l"), true), ("a line", .contains(""), true), ("abc", .contains("bd"), false),
        ("abc", .startsWith("ab"), true), ("abc", .startsWith("b"), false), ("abc", .endsWith("bc"), true),
        ("abc", .endsWith("abcd"), false), ("👍🏽", .startsWith("👍"), true), ("", .endsWith("a"), false),
        ("Order 42", .matches("[0-9]+$"), true), ("Order", .matches("^\\d"), false),
        ("42", .equalsNumber(42), true), (" 42.0 ", .equalsNumber(42), true), ("4e1", .atLeast(40), true),
        ("0x10", .equalsNumber(16), true), ("-3", .atMost(-3), true), ("3", .atLeast(3.5), false),
        ("", .atMost(1), false), ("many", .atLeast(0), false), ("nan", .atMost(1), false),
        ("1,000", .atLeast(1), false), ("0x1p3", .equalsNumber(8), false), ("0b11", .equalsNumber(3), true),
        ("-0x10", .equalsNumber(-16), false), ("Infinity", .atLeast(5), true), ("0x", .atMost(1), false),
    ]

    @Test("hold here as in the page")
    func parity() async throws {
        for (text, comparison, holds) in Self.vectors {
            #expect(try comparison.holds(for: text) == holds, "\(text) \(comparison)")
        }
        try await withHTML("<input id=i>") { page in
            for (text, comparison, _) in Self.vectors {
                let set = Script(source: "i.value = arguments[0]", args: [.string(text)])
                _ = try await page.run(set, until: within(.seconds(10)))
                for isNegated in [false, true] {
                    let condition = Condition(
                        .value(.css("#i"), comparison),
                        isNegated: isNegated,
                        position: .test
                    )
                    if try comparison.holds(for: text, isNegated: isNegated) {
                        try await page.expect([condition], until: within(.seconds(10)))
                    } else {
                        let error = try await browserError {
                            try await page.expect([condition], until: within(.zero))
                        }
                        #expect(error.code == .expectation, "\(text) \(comparison) \(isNegated)")
                    }
                }
            }
        }
    }

    @Test("an element without text, which nobody can see for that, has the text that is empty and no other")
    func blank() async throws {
        try await withHTML("<span id=e></span><p id=h style='display: none'></p>") { page in
            let cases: [(String, Comparison, isNegated: Bool, holds: Bool)] = [
                ("#e", .equals(""), false, true), ("#e", .equals("a"), false, false),
                ("#e", .contains("a"), false, false), ("#e", .equals(""), true, false),
                ("#h", .equals(""), false, false), ("#none", .equals(""), false, false),
            ]
            for (selector, comparison, isNegated, holds) in cases {
                let kind = Condition.Kind.text(.css(selector), comparison)
                let condition = Condition(kind, isNegated: isNegated, position: .test)
                let sees = { try await page.expect([condition], until: within(.zero)) }
                if holds {
                    _ = try await sees()
                } else {
                    #expect(try await browserError(sees).code == .expectation, "\(selector) \(comparison)")
                }
            }
        }
    }
}
