/// The picture of the same step in the newest earlier run in which its flow passed.
public struct PreviousPicture: Sendable, Hashable, Codable {
    /// The identifier of that run.
    public var run: String
    /// When that step began.
    public var taken: Timestamp
    /// The picture's path, relative to this run's folder: `../20261119T…/login/05-dashboard.png`.
    public var path: String

    /// Makes a reference.
    public init(run: String, taken: Timestamp, path: String) {
        self.run = run
        self.taken = taken
        self.path = path
    }
}
