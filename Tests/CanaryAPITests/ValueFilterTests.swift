import CanaryHTTP
import CanaryModel
import Foundation
import Testing

@testable import CanaryAPI

@Suite("Filters between what is read and what is tested") struct ValueFilterTests {
    private static func list(_ values: JSONValue...) -> JSONValue { .array(values) }

    @Test(
        "make of a value what their name says",
        arguments: [
            ([.count], [list(1, 2, 3)], [3]), ([.count], [1, 2], [2]), ([.nth(1)], [list("a", "b")], ["b"]),
            ([.nth(-1)], [1, 2, 3], [3]), ([.split(",")], ["a,b"], [list("a", "b")]),
            ([.split(","), .nth(0), .trim], [" a , b"], ["a"]),
            ([.replace("a", with: "b")], ["aca"], ["bcb"]),
            ([.regex("id=([0-9]+)")], ["x id=42;"], ["42"]), ([.regex("[0-9]+")], ["x42"], ["42"]),
            ([.lowercase], ["ÄB"], ["äb"]), ([.uppercase], ["a"], ["A"]),
            ([.urlDecode], ["a%20%C3%A9"], ["a é"]),
            ([.base64Decode], ["aMOp"], ["hé"]), ([.base64Decode, .decode("latin1")], ["aOk="], ["hé"]),
            ([.base64Decode, .decode("gb2312")], ["xOO6wyDKwL3n"], ["你好 世界"]),
            ([.base64Encode], ["hé?>"], ["aMOpPz4="]),
            ([.urlEncode], ["https://a/?x=é"], ["https%3A//a/%3Fx%3D%C3%A9"]),
            ([.urlQueryParam("q")], ["http://a/?p=1&q=a%20b&q=2"], ["a b"]),
            ([.htmlEscape], ["a > b & <c>"], ["a &gt; b &amp; &lt;c&gt;"]),
            ([.htmlUnescape], [" Foo &copy; &#62; &#x1D306; <b> &amp;lt;"], [" Foo © > 𝌆 <b> &lt;"]),
            ([.replaceRegex("[0-9]+", with: "#")], ["a1b22"], ["a#b#"]),
            ([.date(nil), .format("EEEE")], ["2023-01-23T18:25:43.511Z"], ["Monday"]),
            ([.format("EEE, dd MMM yyyy")], ["Wed, 13 Jan 2021 22:23:01 GMT"], ["Wed, 13 Jan 2021"]),
            ([.md5], ["abc"], ["900150983cd24fb0d6963f7d28e17f72"]),
            ([.xpath("count(//b)")], ["<a><b/><b/></a>"], [2]),
            ([.toInt], ["42"], [42]), ([.toFloat], ["4.5"], [4.5]), ([.toInt], [7], [7]),
            ([.jsonpath("$.a[*]")], [#"{"a":[1,2]}"#], [1, 2]), ([.jsonpath("$[0]")], [list("x")], ["x"]),
            ([.xpath("//b")], ["<a><b>1</b><b>2</b></a>"], ["1", "2"]),
            ([.date(nil)], ["2026-12-01"], ["2026-12-01T00:00:00Z"]),
            ([.date(nil)], ["Tue, 01 Dec 2026 10:00:00 GMT"], ["2026-12-01T10:00:00Z"]),
            ([.date(nil)], ["2026-12-01T10:00:00.5+02:00"], ["2026-12-01T08:00:00Z"]),
            ([.date(nil)], [1_796_081_405], ["2026-11-30T23:30:05Z"]),
            ([.date("dd.MM.yyyy")], ["01.12.2026"], ["2026-12-01T00:00:00Z"]),
            ([.bytes], ["aé"], ["61c3a9"]),
            ([.sha256], [""], ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]),
        ] as [([ValueFilter], [JSONValue], [JSONValue])]
    )
    func applied(filters: [ValueFilter], values: [JSONValue], result: [JSONValue]) throws {
        var all = values.map(FilteredValue.json)
        for filter in filters { all = try filter.applied(to: all) }
        #expect(all.map(\.json) == result)
    }

    @Test(
        "make nothing of a value of another kind, which fails the test and is no fault of the flow",
        arguments: [
            (.split(","), .null), (.nth(3), list(1)), (.regex("x"), "a"), (.toInt, "4.5"), (.toInt, "a"),
            (.date(nil), "a"),
            (.base64Decode, "%"), (.urlDecode, "%zz"), (.jsonpath("$.a"), "no"), (.xpath("//a"), "no"),
            (.trim, list()),
            (.decode("ascii"), "é"), (.bytes, 5), (.urlQueryParam("q"), "http://a/?p=1"),
            (.format("EEE"), "x"),
        ] as [(ValueFilter, JSONValue)]
    )
    func unfit(filter: ValueFilter, value: JSONValue) throws {
        guard case .violates = ValueTest.filtered([filter], .type(.string)).judge([value]) else {
            Issue.record("\(filter) took \(value)")
            return
        }
    }

    @Test("have bytes in them where whole bytes are those that are looked for")
    func bytes() {
        func verdict(_ digits: JSONValue) -> ValueTest.Verdict {
            ValueTest.filtered([.bytes], .contains(digits)).verdict(on: [
                .bytes(Data([0xEF, 0xBB, 0xBF, 0x68]))
            ])
        }
        #expect(verdict("bbbf") == .holds && verdict("68") == .holds && verdict("efbbbf68") == .holds)
        #expect(verdict("bbf6") != .holds && verdict("fb") != .holds && verdict("efbbbf6800") != .holds)
    }

    @Test("count the days to and from a date")
    func days() throws {
        func days(_ filter: ValueFilter, _ offset: TimeInterval) throws -> JSONValue {
            let text = (Date() + offset).formatted(.iso8601)
            return try filter.applied(to: [.json(.string(text))])[0].json
        }
        #expect(try days(.daysAfterNow, 14.5 * 86_400) == 14)
        #expect(try days(.daysAfterNow, -0.5 * 86_400) == -1)
        #expect(try days(.daysBeforeNow, -2.5 * 86_400) == 2)
    }

    @Test(
        "have the form of a date, an address, a whole number or nothing",
        arguments: [
            (.date, ["2026-12-01", "2026-12-01T10:00:00Z"], ["2026-13-01", "x", 5]),
            (.uuid, ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567", "", 1]),
            (.ipv4, ["127.0.0.1"], ["127.0.0", "::1", "256.0.0.1"]),
            (.ipv6, ["::1", "fe80::1"], ["1::2::3", "127.0.0.1"]),
            (.integer, [5, 5.0, "5"], [5.5, "5.5", "a", .null]), (.empty, ["", list()], ["a", list(1), 0]),
        ] as [(ValueFormat, [JSONValue], [JSONValue])]
    )
    func formats(format: ValueFormat, fitting: [JSONValue], others: [JSONValue]) {
        for value in fitting { #expect(ValueTest.format(format, true).judge([value]) == .holds, "\(value)") }
        for value in others { #expect(ValueTest.format(format, false).judge([value]) == .holds, "\(value)") }
    }

    @Test("each over none fails; any needs one; each says which one does not pass")
    func members() {
        let test = ValueTest.atLeast(2)
        #expect(ValueTest.each(test).judge([]) == .absent)
        #expect(ValueTest.any(test).judge([]) == .absent)
        #expect(ValueTest.each(test).judge([2, 3]) == .holds)
        #expect(ValueTest.each(test).judge([2, 1, 0]) == .found("1 (number 2 of 3)"))
        #expect(ValueTest.any(test).judge([1, 2]) == .holds)
        #expect(ValueTest.any(test).judge([0, 1]) == .found("0, 1"))
        #expect(ValueTest.each(.filtered([.toInt], test)).judge(["2", "5"]) == .holds)
    }

    @Test("the body is filtered as its bytes, not as the text that was made of it")
    func body() throws {
        let http = HTTPResponse(
            status: 200,
            body: Data([0xEF, 0xBB, 0xBF, 0x68, 0xE9]),
            effectiveURL: "http://a/"
        )
        let response = APIResponse(http)
        let tests: [ValueTest] = [
            .filtered([.bytes], .startsWith("efbbbf")), .filtered([.decode("latin1")], .endsWith("hé")),
        ]
        for test in tests { #expect(try Condition(.response(.body, test)).diagnosis(of: response) == nil) }
    }
}
