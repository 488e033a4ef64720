/// A service file that was read, with the flows that it names.
public struct ServiceReading: Sendable {
    /// What it says; `nil` where it, or a flow, has a mistake.
    public let service: ServiceDefinition?
    /// The mistakes of the file, then those of the flows.
    public let diagnostics: [FlowDiagnostic]
    /// What it and the flows lack to be run.
    public let missing: [FlowDiagnostic]
    /// What may not say what is meant.
    public let warnings: [FlowDiagnostic]
}
