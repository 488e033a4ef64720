/// A session that a chromedriver has open.
public struct RunningSession: Decodable, Hashable, Sendable {
    /// Its id.
    public let id: String
}
