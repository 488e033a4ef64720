/// What is read of a page: a condition compares it, `save` keeps it.
public enum Reading: Sendable, Hashable {
    /// The rendered text of an element, white space normalised.
    case text(Target)
    /// The value of a form field.
    case value(Target)
    /// An attribute of an element.
    case attribute(Target, name: String)
    /// How many elements match, visible or not.
    case count(Target)
    /// The title of the page.
    case title
    /// The URL of the page.
    case url

    /// What can be read, by its key in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case text, value, attribute, count, title, url
    }

    /// Which of them it is.
    public var kind: Kind {
        switch self {
        case .text: .text
        case .value: .value
        case .attribute: .attribute
        case .count: .count
        case .title: .title
        case .url: .url
        }
    }

    /// The element that is looked at; `nil` where it is the page.
    public var target: Target? {
        switch self {
        case .text(let target), .value(let target), .attribute(let target, _), .count(let target): target
        case .title, .url: nil
        }
    }

    /// What is read, in words: `a text`.
    package var words: String {
        switch self {
        case .text: "a text"
        case .value: "a value"
        case .attribute(_, let name): name
        case .count: "a count"
        case .title: "a title"
        case .url: "a URL"
        }
    }

    /// It in a few words, with its target: `text of #total`.
    package var summary: String {
        switch self {
        case .text(let target): "text of \(target)"
        case .value(let target): "value of \(target)"
        case .attribute(let target, let name): "\(name) of \(target)"
        case .count(let target): "number of \(target)"
        case .title: "title"
        case .url: "URL"
        }
    }

    /// The reading with each of its texts as `map` has it.
    func mapped(by map: TextMap) -> Reading {
        func put(_ target: Target) -> Target { map.target(target) }
        return switch self {
        case .text(let target): .text(put(target))
        case .value(let target): .value(put(target))
        case .attribute(let target, let name): .attribute(put(target), name: name)
        case .count(let target): .count(put(target))
        case .title, .url: self
        }
    }
}
