/// A name and what is left of it without case and signs: `order_ID` and `orderId` are `orderid`.
struct FoldedName {
    private let name: String
    /// Nothing for long names: they are only compared as they are.
    private let folded: [Unicode.Scalar]
    private static let maximumLength = 40

    init(_ name: String) {
        self.name = name
        folded =
            name.utf8.count > Self.maximumLength
            ? []
            : name.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "." }
    }

    /// How far one is from another: 0 for the same, 21 at most; `nil` where they have nothing in common.
    func difference(to other: FoldedName) -> Int? {
        if name.utf8.elementsEqual(other.name.utf8) { return 0 }
        if folded.isEmpty || other.folded.isEmpty { return nil }
        if folded == other.folded { return 4 }
        let allowed = min(max(folded.count, other.folded.count) / 3, 3)
        guard abs(folded.count - other.folded.count) <= allowed else { return nil }
        return Self.distance(folded, other.folded, atMost: allowed).map { 6 + 5 * $0 }
    }

    /// The fewest letters to put in, leave out, replace, or swap with the next; `nil` beyond a limit.
    private static func distance(
        _ one: [Unicode.Scalar],
        _ other: [Unicode.Scalar],
        atMost limit: Int
    ) -> Int? {
        let tooFar = limit + 1
        var before: [Int] = []
        var last = (0...other.count).map { min($0, tooFar) }
        for row in one.indices {
            var current = [Int](repeating: tooFar, count: other.count + 1)
            current[0] = min(row + 1, tooFar)
            // What lies further from the diagonal takes more edits than the limit.
            for column in max(0, row - limit)..<max(0, min(other.count, row + limit + 1)) {
                var cost = min(last[column + 1], current[column]) + 1
                cost = min(cost, last[column] + (one[row] == other[column] ? 0 : 1), tooFar)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            (before, last) = (last, current)
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }
}
