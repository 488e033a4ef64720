/// Where the attempts at one flow get from what does their steps.
package protocol ExecutorSource: Sendable {
    /// Opens an executor for an attempt.
    ///
    /// - Parameters:
    ///   - need: What steps need.
    ///   - evidence: Where it keeps the attempt's evidence.
    /// - Returns: The executor of such steps, for the whole of the attempt.
    /// - Throws: ``OpeningError``; then nothing is left open.
    func open(_ need: StepNeed, keepingIn evidence: Evidence) async throws(OpeningError) -> any StepExecutor
}
