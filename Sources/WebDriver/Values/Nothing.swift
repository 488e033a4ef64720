/// The response of a command that answers with nothing of interest.
///
/// The specification says `null`; a driver that answers with something else is not refused.
public struct Nothing: Decodable, Sendable, Hashable {
    /// Makes nothing.
    public init() {}

    /// Accepts any value.
    public init(from decoder: any Decoder) {}
}
