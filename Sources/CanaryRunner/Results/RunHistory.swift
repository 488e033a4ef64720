public import CanaryModel

/// What is known of earlier runs.
public protocol RunHistory: Sendable {
    /// What came of a flow in the newest run in which it passed; `nil` where it did in none of those that are known.
    func lastPassed(_ flow: String) -> (run: String, attempt: AttemptResult)?

    /// Whether a file of an earlier run is still there.
    ///
    /// - Parameters:
    ///   - file: Its path in the run's folder, as the result names it.
    ///   - run: The run's identifier.
    /// - Returns: Whether it is there.
    func holds(_ file: String, of run: String) -> Bool
}
