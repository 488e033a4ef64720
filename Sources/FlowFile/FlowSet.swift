public import CanaryModel

/// What came of reading the flows of one run.
public struct FlowSet: Sendable, Hashable {
    /// The flows of files without a mistake, in the order they were named, those of a folder sorted by path.
    public let flows: [Flow]
    /// Every mistake of every file; a run starts only where there is none.
    public let diagnostics: [FlowDiagnostic]
    /// How many mistakes there are beyond these; see ``FlowReading/untold``.
    public var untold = 0
    /// What flows lack to be run, by their files; see ``FlowReading/missing``.
    public let missing: [String: [FlowDiagnostic]]
    /// What may not say what is meant, by the files of flows; see ``FlowReading/warnings``.
    public let warnings: [String: [FlowDiagnostic]]
}
