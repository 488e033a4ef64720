import CanaryModel
import Testing

@Suite("Duration") struct DurationTests {
    @Test(
        "milliseconds are rounded to the nearest",
        arguments: [
            (Duration.zero, 0), (.milliseconds(1), 1), (.microseconds(499), 0), (.microseconds(500), 1),
            (.microseconds(1_499), 1), (.nanoseconds(999_500_000), 1000), (.seconds(61), 61_000),
            (.seconds(2) + .microseconds(1), 2000), (.nanoseconds(999_499_999), 999), (.milliseconds(-5), -5),
            (.milliseconds(-1_500), -1_500), (.seconds(Int64.max), .max), (.seconds(Int64.min), .min),
        ]
    )
    func milliseconds(duration: Duration, expected: Int) {
        #expect(duration.milliseconds == expected)
    }

    @Test(
        "a time is written as people read it",
        arguments: [
            (0, "0 ms"), (41, "41 ms"), (999, "999 ms"), (1000, "1.0 s"), (1049, "1.0 s"), (1050, "1.1 s"),
            (15_003, "15.0 s"), (99_949, "99.9 s"), (99_950, "1m 40s"), (125_000, "2m 05s"),
            (3_599_499, "59m 59s"),
            (3_599_500, "1h 00m"), (3_720_000, "1h 02m"), (360_000_000, "100h 00m"),
        ]
    )
    func elapsed(milliseconds: Int, expected: String) {
        #expect(milliseconds.elapsed == expected)
    }
}
