public import CanaryModel

/// What came of reading one flow file: a flow, or every mistake in it.
public struct FlowReading: Sendable, Hashable {
    /// The flow; `nil` exactly where there are diagnostics.
    public let flow: Flow?
    /// Every mistake, in the order of the file; those in shared steps after those of the flow itself.
    public let diagnostics: [FlowDiagnostic]
}
