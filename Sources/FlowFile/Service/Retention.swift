/// How long runs are kept, and how much room their results may take.
public struct Retention: Sendable, Hashable {
    /// How long those that passed are kept.
    public var passed = Duration.seconds(31 * 86_400)
    /// How long the others are kept.
    public var failed = Duration.seconds(31 * 86_400)
    /// The room that the results of a canary may take, in bytes; `nil`: any.
    public var size: Int?

    /// Makes the retention of a canary that says nothing.
    public init() {}
}
