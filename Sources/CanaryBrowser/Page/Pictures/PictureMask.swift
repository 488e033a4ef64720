public import CanaryModel

/// What a picture must not show.
public struct PictureMask: Sendable, Hashable {
    /// Elements that are painted over: all visible matches of each target.
    public var targets: [Target]
    /// Texts whose elements are painted over, where they stand as text or as the value of a field.
    public var secrets: [String]

    /// Makes a mask; without targets and secrets it hides nothing.
    public init(targets: [Target] = [], secrets: [String] = []) {
        self.targets = targets
        self.secrets = secrets
    }
}
