/// What a step points at: a selector, or several of which the first that fits is taken.
public struct Target: Sendable, Hashable {
    /// The target as the flow file writes it, variables put in.
    public let written: String
    /// The selectors, at least one; at each look the first that fits is taken.
    public let alternatives: [Selector]
    /// The frames to look in, from outer to inner, inside those of the step.
    public let frame: [Target]

    /// Makes a target.
    public init(written: String, alternatives: [Selector], frame: [Target] = []) {
        self.written = written
        self.alternatives = alternatives
        self.frame = frame
    }

    /// Makes a target of one selector.
    public init(_ selector: Selector) {
        self.init(written: selector.written, alternatives: [selector])
    }
}

extension Target: CustomStringConvertible {
    /// The target as written.
    public var description: String { written }
}

extension Target {
    /// A CSS selector, which sees through open shadow roots.
    public static func css(_ selector: String) -> Target {
        Target(Selector(.css(selector), written: selector))
    }

    /// An ARIA role, and a part of the accessible name where one is given.
    public static func role(_ role: String, name: String? = nil) -> Target {
        let written = "role=\(role)" + (name.map { "[name=\"\($0)\"]" } ?? "")
        return Target(Selector(.role(role, name: name.map { TextPattern($0) }), written: written))
    }

    /// A part of the label of a form field or control.
    public static func label(_ text: String) -> Target {
        Target(Selector(.label(TextPattern(text)), written: "label=\(text)"))
    }

    /// A part of a text, in the smallest element that holds it.
    public static func text(_ text: String) -> Target {
        Target(Selector(.text(TextPattern(text)), written: "text=\(text)"))
    }
}
