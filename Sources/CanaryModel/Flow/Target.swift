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
