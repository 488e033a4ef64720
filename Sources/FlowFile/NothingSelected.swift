import CanaryModel

/// No flow is wanted by a selection.
public struct NothingSelected: Error, Sendable, Hashable {
    /// The selection.
    public let selection: FlowSelection
    /// The names of the flows that there are.
    public let flows: [String]
    /// Their tags, sorted.
    public let tags: [String]
    /// `did you mean 'smoke'?` for the first tag or name; `nil` where none is near.
    public let question: String?

    init(_ selection: FlowSelection, _ flows: [Flow]) {
        self.selection = selection
        self.flows = flows.map(\.name)
        tags = Set(flows.flatMap(\.tags)).sorted()
        question =
            Suggestion.question(selection.tags.first ?? "", in: tags)
            ?? Suggestion.question(selection.names.first ?? "", in: self.flows)
    }
}
