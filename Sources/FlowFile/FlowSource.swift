import CanaryModel

/// Where the flows of a run come from: files and folders, how they are read, and which of them are wanted.
public struct FlowSource: Sendable {
    /// Files, and folders that are searched as ``FlowSearch`` does.
    public let paths: [String]
    /// Reads them.
    public let reader: FlowReader
    /// Which are wanted.
    public let selection: FlowSelection

    /// Makes a source; nothing is read.
    public init(paths: [String], reader: FlowReader, selection: FlowSelection = FlowSelection()) {
        (self.paths, self.reader, self.selection) = (paths, reader, selection)
    }

    /// Reads the flows.
    ///
    /// - Returns: All flows and mistakes, be they wanted or not; what flows lack and what may not say what is meant only
    ///   of those of which it is not known that they are not wanted.
    /// - Throws: `CancellationError`.
    public func read() throws -> FlowSet {
        let set = reader.read(paths: paths)
        try Task.checkCancellation()
        let unwanted = Set(set.flows.filter { !selection.includes($0) }.map(\.file))
        return FlowSet(
            flows: set.flows,
            diagnostics: set.diagnostics,
            untold: set.untold,
            missing: set.missing.filter { !unwanted.contains($0.key) },
            warnings: set.warnings.filter { !unwanted.contains($0.key) }
        )
    }
}
