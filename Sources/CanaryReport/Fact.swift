/// One thing that was seen, under its label: what stands below the sentences of a failure.
///
/// Texts are as they were seen; what shows them escapes them.
struct Fact: Sendable, Hashable {
    /// What it is, in a word or two: `page`, `screenshot`.
    let label: String
    /// What was seen, a line each; never empty.
    let values: [String]

    init(_ label: String, _ values: [String]) {
        self.label = label
        self.values = values
    }

    init(_ label: String, _ value: String) {
        self.init(label, [value])
    }
}
