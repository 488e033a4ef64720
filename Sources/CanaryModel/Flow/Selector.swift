/// A strategy, narrowed to a place inside another element, to a text, or to one of several matches.
public struct Selector: Sendable, Hashable {
    /// How elements are found.
    public let strategy: SelectorStrategy
    /// The element to look inside; `nil`: the whole document.
    public let within: Target?
    /// The text that an element must have too; `nil`: any.
    public let hasText: TextPattern?
    /// Which of the visible matches is meant, from 0; `nil`: there must be exactly one.
    public let nth: Int?
    /// The selector as the flow file writes it.
    public let written: String

    /// Makes a selector.
    public init(
        _ strategy: SelectorStrategy,
        within: Target? = nil,
        hasText: TextPattern? = nil,
        nth: Int? = nil,
        written: String
    ) {
        self.strategy = strategy
        self.within = within
        self.hasText = hasText
        self.nth = nth
        self.written = written
    }
}
