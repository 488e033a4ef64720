/// How a run stands or ended.
public enum RunState: Int, Sendable, Hashable, CaseIterable {
    /// It goes on.
    case running = 0
    /// It passed.
    case passed
    /// The site failed a check.
    case failed
    /// It could not be judged.
    case error
    /// It ended with the service, or because somebody ended it.
    case interrupted
}
