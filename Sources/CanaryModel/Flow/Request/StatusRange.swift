/// HTTP statuses that are right: one, or all of a class.
public struct StatusRange: Sendable, Hashable {
    /// The statuses.
    public let range: ClosedRange<Int>

    /// Makes a range.
    public init(_ range: ClosedRange<Int>) { self.range = range }

    /// One status.
    public init(_ status: Int) { range = status...status }

    /// Reads `"2xx"`; `nil` where it is not written so.
    public init?(written: String) {
        guard written.count == 3, written.lowercased().hasSuffix("xx"),
            let hundreds = written.first?.wholeNumberValue, (1...5).contains(hundreds)
        else { return nil }
        range = hundreds * 100...hundreds * 100 + 99
    }

    /// The statuses as a flow file has them: `200`, `2xx`.
    public var written: String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound / 100)xx"
    }
}
