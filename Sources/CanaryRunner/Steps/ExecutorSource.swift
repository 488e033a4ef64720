/// Where the attempts at one flow get from what does their steps.
package protocol ExecutorSource: Sendable {
    /// Opens an executor for an attempt.
    ///
    /// - Parameter evidence: Where it keeps the attempt's evidence.
    /// - Returns: The executor, for the whole of the attempt.
    /// - Throws: ``OpeningError``; then nothing is left open.
    func open(keepingIn evidence: Evidence) async throws(OpeningError) -> any StepExecutor
}
