import CanaryModel

/// The variables that `save` steps have set, while their marks in a step are replaced.
final class SavedVariables {
    private let values: [String: String]
    /// The first variable that was asked for and that no step has set.
    private(set) var missing: String?

    init(_ values: [String: String]) {
        self.values = values
    }

    /// Puts the values in.
    var map: TextMap { TextMap(text: { self.resolve($0) }, url: { self.resolve($0, isURL: true) }) }

    /// The text with the values in the place of their marks; a mark without one stays, and is ``missing``.
    func resolve(_ text: String, isURL: Bool = false) -> String {
        // In the text as written: a value may hold anything.
        missing = missing ?? SavedReference.names(in: text).first { values[$0] == nil }
        return SavedReference.resolve(text, with: values, isURL: isURL)
    }
}
