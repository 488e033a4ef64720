import CanaryModel

/// The members of a step, sorted by what they are.
struct StepFields {
    let node: JSON5Node
    /// The actions, and `steps` or `use` in place of one, in the order of the file.
    private(set) var contents: [(key: StepContent, member: JSON5Member)] = []
    private(set) var parameters: [(key: StepParameter, member: JSON5Member)] = []
    private var modifiers: [(key: StepModifier, member: JSON5Member)] = []
    /// Keys that no step has.
    private(set) var unknown: [JSON5Member] = []

    init(_ node: JSON5Node, _ all: [JSON5Member]) {
        self.node = node
        // Beside a script, `save` says where its value goes, beside a request what is kept of the response.
        let isOwner = [Action.Kind.script, .request].contains { all[$0.rawValue] != nil }
        for member in all {
            switch StepKey(member.key) {
            case .content(.action(.save)) where isOwner: parameters.append((.save, member))
            case .content(let key): contents.append((key, member))
            case .parameter(let key): parameters.append((key, member))
            case .modifier(let key): modifiers.append((key, member))
            case nil: unknown.append(member)
            }
        }
    }

    /// The member with a key.
    subscript(key: StepModifier) -> JSON5Member? { modifiers.first { $0.key == key }?.member }

    /// The member with a key.
    subscript(key: StepParameter) -> JSON5Member? { parameters.first { $0.key == key }?.member }
}
