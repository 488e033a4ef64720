import CanaryModel

extension Diagnosis {
    /// Texts up to this length are seen to differ in the sentence.
    private static let longest = 60

    /// Where a long text begins to differ from the expected one; the sentence may have cut that off.
    var difference: [Fact] {
        guard reason == .mismatch, let expected, let actual, expected != actual else { return [] }
        let (wanted, seen) = (expected.unicodeScalars, actual.unicodeScalars)
        guard max(wanted.count, seen.count) > Self.longest else { return [] }
        let same = zip(wanted, seen).prefix { $0 == $1 }.count
        return [
            Fact("differs", "from character \(same + 1) on"),
            Fact("expected", wanted.part(around: same)),
            Fact("seen", seen.part(around: same)),
        ]
    }
}

extension String.UnicodeScalarView {
    /// The text from shortly before a place in it, with `…` where something is left out.
    fileprivate func part(around place: Int) -> String {
        let before = prefix(place).suffix(20)
        let after = String(dropFirst(place))
        return (before.count < Swift.min(place, count) ? "…" : "") + String(before) + after.cut(to: 60)
    }
}
