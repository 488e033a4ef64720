/// A value that a `save` step reads from the page into a variable.
public struct SavedValue: Sendable, Hashable {
    /// Where the value comes from.
    public enum Source: Sendable, Hashable {
        /// The rendered text of an element, white space normalised.
        case text(Target)
        /// The value of a form field.
        case value(Target)
        /// An attribute of an element.
        case attribute(Target, name: String)
        /// How many elements match.
        case count(Target)
        /// The title of the page.
        case title
        /// The URL of the page.
        case url
    }

    /// The kinds of sources, by their keys in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case text, value, attribute, count, title, url
    }

    /// The variable's name.
    public let name: String
    /// Where its value is read.
    public let source: Source

    /// Makes a pair of name and source.
    public init(name: String, source: Source) {
        self.name = name
        self.source = source
    }
}

extension SavedValue.Source {
    /// What kind it is of.
    public var kind: SavedValue.Kind {
        switch self {
        case .text: .text
        case .value: .value
        case .attribute: .attribute
        case .count: .count
        case .title: .title
        case .url: .url
        }
    }
}
