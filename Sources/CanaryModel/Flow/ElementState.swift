/// A state that a condition asks of an element.
public enum ElementState: String, Sendable, Hashable, Codable, CaseIterable {
    /// At least one match is visible.
    case visible
    /// At least one match is visible, and nothing is painted over the whole of it.
    case uncovered
    /// No match is visible.
    case hidden
    /// There is at least one match.
    case present
    /// There is no match.
    case absent
    /// The one visible match is enabled.
    case enabled
    /// The one visible match is disabled.
    case disabled
    /// The one visible match is checked.
    case checked
    /// The one visible match is not checked.
    case unchecked
    /// The one visible match has the focus.
    case focused
}
