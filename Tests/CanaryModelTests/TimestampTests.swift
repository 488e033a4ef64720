import CanaryModel
import Foundation
import Testing

@Suite("Timestamp") struct TimestampTests {
    @Test(
        "a moment is written in ISO 8601 with its exact milliseconds, and read back",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_987, "1970-01-01T00:00:01.987Z"),
            (999, "1970-01-01T00:00:00.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_795_305_599_123, "2026-11-21T23:59:59.123Z"),
            (4_102_444_799_999, "2099-12-31T23:59:59.999Z"), (1_709_164_800_001, "2024-02-29T00:00:00.001Z"),
        ]
    )
    func description(milliseconds: Int, text: String) throws {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(moment.description == text)
        #expect(try JSONEncoder().encode([moment]) == Data("[\"\(text)\"]".utf8))
        #expect(try JSONDecoder().decode([Timestamp].self, from: Data("[\"\(text)\"]".utf8)) == [moment])
    }

    @Test(
        "a moment that four digits of a year cannot write is the nearest that they can",
        arguments: [
            (-1, "1969-12-31T23:59:59.999Z"), (-1000, "1969-12-31T23:59:59.000Z"),
            (.max, "9999-12-31T23:59:59.999Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (.min, "0000-01-01T00:00:00.000Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
        ]
    )
    func extremes(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).description == text)
    }

    @Test("every millisecond of a second is read as it was written")
    func everyMillisecond() throws {
        let moments = (0..<1000).map { Timestamp(milliseconds: 1_795_305_599_000 + $0) }
        #expect(try JSONDecoder().decode([Timestamp].self, from: JSONEncoder().encode(moments)) == moments)
    }

    @Test("other texts are refused", arguments: ["", "now", "2026-11-21", "21.11.2026 23:59", "0"])
    func malformed(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Timestamp].self, from: Data("[\"\(text)\"]".utf8))
        }
    }

    @Test("now is between two looks at the system's clock")
    func now() {
        let before = Date().timeIntervalSince1970 * 1000
        let now = Timestamp.now()
        let after = Date().timeIntervalSince1970 * 1000
        #expect(before - 1 <= Double(now.milliseconds) && Double(now.milliseconds) <= after + 1)
    }
}
