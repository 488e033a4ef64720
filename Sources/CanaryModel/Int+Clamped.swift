extension Int {
    /// The greatest whole number that JSON keeps exact (2^53 - 1), which no count and no time in ms comes to.
    private static let greatest = 9_007_199_254_740_991

    /// The whole number nearest to a number from outside: of a page, a driver or a file.
    ///
    /// What JSON cannot keep exact becomes ±(2^53 - 1), so that some can be added up without an overflow; what is no
    /// number becomes 0.
    package init(clamped number: Double) {
        let bound = Double(Self.greatest)
        self = number.isNaN ? 0 : Int(Swift.min(Swift.max(number, -bound), bound).rounded())
    }

    /// The number within ±(2^53 - 1).
    package var clamped: Int { Swift.min(Swift.max(self, -Self.greatest), Self.greatest) }

    /// The sum of numbers from outside, within ±(2^53 - 1).
    package func adding(clamped other: Int) -> Int { (clamped + other.clamped).clamped }

    /// The difference of numbers from outside, within ±(2^53 - 1).
    package func subtracting(clamped other: Int) -> Int { (clamped - other.clamped).clamped }
}
