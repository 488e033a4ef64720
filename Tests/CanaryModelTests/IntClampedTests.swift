import CanaryModel
import Testing

@Suite("Int, clamped") struct IntClampedTests {
    static let most = 9_007_199_254_740_991

    @Test(
        "a number from outside becomes the nearest whole number that JSON keeps exact",
        arguments: [
            (0, 0), (-0.0, 0), (0.4, 0), (0.5, 1), (-1.6, -2), (1e15, 1_000_000_000_000_000), (1e300, most),
            (-1e300, -most), (.infinity, most), (-.infinity, -most), (.nan, 0), (.signalingNaN, 0),
            (.greatestFiniteMagnitude, most), (.leastNonzeroMagnitude, 0), (9_007_199_254_740_994, most),
        ] as [(Double, Int)]
    )
    func conversion(number: Double, expected: Int) {
        #expect(Int(clamped: number) == expected)
    }

    @Test(
        "sums and differences of any numbers stay within that",
        arguments: [
            (1, 2, 3, -1), (.max, .max, most, 0), (.min, .min, -most, 0), (.max, .min, 0, most),
            (.min, .max, 0, -most), (most, 1, most, most - 1),
        ] as [(Int, Int, Int, Int)]
    )
    func sums(first: Int, second: Int, sum: Int, difference: Int) {
        #expect(first.adding(clamped: second) == sum)
        #expect(first.subtracting(clamped: second) == difference)
    }

    @Test("times and sizes of any number have words", arguments: [Int.min, .min + 1, -1, .max - 1, .max])
    func words(number: Int) {
        #expect(!number.elapsed.isEmpty && !number.size.isEmpty)
    }
}
