public import CanaryModel

/// What came of reading one flow file: a flow, or every mistake in it.
///
/// A variable or secret without a value is no mistake of the file, but keeps the flow from being run here.
public struct FlowReading: Sendable, Hashable {
    /// The flow; `nil` exactly where there are diagnostics.
    public let flow: Flow?
    /// Every mistake, in the order of the file; those in shared steps after those of the flow itself.
    public let diagnostics: [FlowDiagnostic]
    /// How many mistakes there are beyond the ones that are reported, the first 100.
    public var untold = 0
    /// What the flow lacks to be run: variables and secrets that are not set, and secrets that are too short.
    ///
    /// Marks stand in the flow for the values that are not there.
    public let missing: [FlowDiagnostic]
    /// What is no mistake, but may not say what is meant.
    public let warnings: [FlowDiagnostic]
}
