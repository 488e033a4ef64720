import Testing

@testable import FlowFile

@Suite("Times of a flow file") struct DurationTests {
    @Test(
        "are numbers with units, the larger first",
        arguments: [
            ("500ms", 500), ("10s", 10_000), ("2m", 120_000), ("1h", 3_600_000), ("1.5s", 1_500), ("0s", 0),
            ("1h30m", 5_400_000), ("1m30s", 90_000), ("1s500ms", 1_500), ("0.0004s", 0),
            ("1000h", 3_600_000_000), ("14d", 1_209_600_000), ("1d12h", 129_600_000),
            ("455d", 39_312_000_000),
        ]
    )
    func valid(text: String, milliseconds: Int64) {
        #expect(Duration(written: text) == .milliseconds(milliseconds))
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "10", "s", "10 s", " 10s", "10S", "10sec", "-10s", "+10s", "1e3s", "10s10s", "10ms1s", ".5s",
            "5.s",
            "1..5s", "455d1ms", "10921h", "NaNs", "٣s", "12h1d", "10s ", "0x10s",
        ]
    )
    func invalid(text: String) {
        #expect(Duration(written: text) == nil)
    }
}
