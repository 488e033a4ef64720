import CanaryModel
import Foundation
import Testing

@Suite("A value that a flow makes for itself") struct GeneratedValueTests {
    /// 2026-11-30T23:30:05Z.
    private static let start = Date(timeIntervalSince1970: 1_796_081_405)

    @Test(
        "of the time is that of the attempt's start, in UTC",
        arguments: [
            ("timestamp", "2026-11-30T23:30:05Z"), ("now", "2026-11-30T23:30:05Z"),
            ("now+7d:yyyy-MM-dd", "2026-12-07"), ("now-30m:HH:mm", "23:00"),
            ("now+1h:EEE d MMM", "Tue 1 Dec"),
            ("now:yyyyMMdd'T'HHmmss", "20261130T233005"), ("now+2w", "2026-12-14T23:30:05Z"),
            ("unixTime", 1_796_081_405),
        ] as [(String, JSONValue)]
    )
    func times(written: String, value: JSONValue) throws {
        let generated = try #require(try GeneratedValue(written: written))
        #expect(generated.value(at: Self.start) == value)
    }

    @Test("of chance is another one each time", arguments: ["uuid", "uuid:order", "random:8"])
    func chance(written: String) throws {
        let generated = try #require(try GeneratedValue(written: written))
        let values = Set((0..<20).map { _ in generated.value(at: Self.start).text })
        #expect(values.count == 20)
        let pattern = try Regex(
            written == "random:8"
                ? "[a-z0-9]{8}" : "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
        )
        #expect(values.allSatisfy { $0.wholeMatch(of: pattern) != nil })
    }

    @Test(
        "with an argument that is not valid is refused",
        arguments: [
            "random", "random:", "random:0", "random:101", "random:x", "now+7", "now+d", "now+7y", "now7d",
            "now:",
            "now:a:-b", "uuid:", "timestamp:x", "unixTime+1",
        ]
    )
    func mistakes(written: String) {
        #expect(throws: GeneratedValue.Mistake.self) { try GeneratedValue(written: written) }
    }

    @Test("has one of their names", arguments: ["row", "order", "uuids", "nowadays", ""])
    func others(written: String) throws {
        #expect(try GeneratedValue(written: written) == nil)
    }
}
