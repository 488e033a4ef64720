/// What ends a flow as failed though no step asked for it (`failOn`).
public struct FailurePolicy: Sendable, Hashable {
    /// Something that happens on a page.
    public enum Event: String, Sendable, Hashable, CaseIterable {
        /// An error that nothing of the page's scripts caught.
        case pageError
        /// A message of level error on the console, page errors among them.
        case consoleError
        /// A request that got no reply, one that the page gave up itself aside.
        case requestFailure
        /// A reply with a status of 500 or more.
        case http5xx
    }

    /// What must not happen.
    public var events: Set<Event>
    /// Regular expressions; what has one of them in its text or URL does not count.
    public var ignored: [String]

    /// Makes a policy; without events it lets everything pass.
    public init(events: Set<Event> = [], ignored: [String] = []) {
        self.events = events
        self.ignored = ignored
    }
}
