/// The members of a step, sorted by what they are.
struct StepFields {
    let node: JSON5Node
    let members: [(key: StepKey, member: JSON5Member)]
    /// Keys that no step has.
    let unknown: [JSON5Member]

    init(_ node: JSON5Node, _ all: [JSON5Member]) {
        var members: [(key: StepKey, member: JSON5Member)] = []
        var unknown: [JSON5Member] = []
        for member in all {
            if let key = StepKey(rawValue: member.key) {
                members.append((key, member))
            } else {
                unknown.append(member)
            }
        }
        self.node = node
        self.members = members
        self.unknown = unknown
    }

    /// The member with a key.
    subscript(key: StepKey) -> JSON5Member? { members.first { $0.key == key }?.member }

    /// The actions, and `steps` or `use` in place of one, in the order of the file.
    var contents: [(key: StepKey, member: JSON5Member)] {
        members.filter { field in
            switch field.key.role {
            case .action: !(field.key == .save && isScript)
            case .content: true
            case .modifier, .parameter: false
            }
        }
    }

    var isScript: Bool { self[.script] != nil }
}
