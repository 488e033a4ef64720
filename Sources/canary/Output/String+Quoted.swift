import CanaryReport

extension String {
    /// The text in single quotes, safe to show on a terminal, cut where it is long.
    var quoted: String { "'\(printable(upTo: 80))'" }
}
