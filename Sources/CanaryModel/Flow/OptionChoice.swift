/// Which option of a `select` element is meant.
public enum OptionChoice: Sendable, Hashable {
    /// The option with this label, white space normalised.
    case label(String)
    /// The option with this value, exactly.
    case value(String)
}
