/// How a step, an attempt, a flow or a run ended.
public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everything held.
    case passed
    /// The site did not do what the flow expects.
    case failed
    /// It could not be judged: the browser, the driver or this machine failed, not the site.
    case error
    /// It was not reached.
    case skipped
}
