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
        for member in all {
            switch StepKey(member.key) {
            // Beside a script, it says where its value goes, beside a request what is kept of the response.
            case .content(.action(.save))
            where Self.savesBeside(all): parameters.append((.save, member))
            case .content(let key): contents.append((key, member))
            case .parameter(let key): parameters.append((key, member))
            case .modifier(let key): modifiers.append((key, member))
            case nil: unknown.append(member)
            }
        }
    }

    private static func savesBeside(_ members: [JSON5Member]) -> Bool {
        [Action.Kind.script, .request].contains { members[$0.rawValue] != nil }
    }

    /// The member with a key.
    subscript(key: StepModifier) -> JSON5Member? { modifiers.first { $0.key == key }?.member }

    /// The member with a key.
    subscript(key: StepParameter) -> JSON5Member? { parameters.first { $0.key == key }?.member }
}
