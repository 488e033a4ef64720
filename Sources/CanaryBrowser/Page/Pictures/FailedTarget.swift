public import CanaryModel

/// A target that failed, to be shown in a picture.
public struct FailedTarget: Sendable, Hashable {
    /// The target.
    public var target: Target
    /// The frames that it is in, from outer to inner.
    public var path: [Target]
    /// Whether something covered it, which is framed too.
    public var isCovered: Bool

    /// Makes one from a target and the frames of its step.
    public init(_ target: Target, frame: [Target], isCovered: Bool) {
        self.target = target
        self.path = frame + target.frame
        self.isCovered = isCovered
    }
}
