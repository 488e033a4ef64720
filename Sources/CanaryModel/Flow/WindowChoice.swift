/// Which window a `window` step means.
public enum WindowChoice: Sendable, Hashable {
    /// The window that was opened last and was not yet gone to; waits until there is one.
    case new
    /// The window in which the flow began.
    case main
    /// The window with this number, from 0 in the order of opening.
    case number(Int)
    /// Closes the current window and goes back to the main one.
    case close
}
