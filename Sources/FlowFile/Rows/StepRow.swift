import CanaryModel

/// A row that a step of `forEach` is done for.
struct StepRow {
    /// Its value, variables put in.
    let value: JSONValue
    /// The value as it stands in the flow file; `nil`: it is of another file, where `${…}` has no meaning.
    let node: JSON5Node?

    /// What stands for a node of the step in this row: lists, objects and booleans of the row as they are, and nothing where
    /// its `unlessMissing` names a member that the row has not.
    ///
    /// A string or a number goes into a text by the variable.
    func applied(to node: JSON5Node) -> JSON5Node? {
        switch node.value {
        case .string(let string): return replacement(of: string, at: node) ?? node
        case .array(let elements):
            return JSON5Node(value: .array(elements.compactMap { applied(to: $0) }), range: node.range)
        case .object(let members): return applied(to: members, of: node)
        case .null, .bool, .number, .invalid: return node
        }
    }

    private func applied(to members: [JSON5Member], of node: JSON5Node) -> JSON5Node? {
        var members = members
        if let condition = members["unlessMissing"], case .string(let name) = condition.value.value {
            if !has(name) { return nil }
            members.removeAll { $0.key == "unlessMissing" }
            if members.count == 1, let value = members["value"] { return applied(to: value.value) }
        }
        let applied = members.compactMap { member in
            self.applied(to: member.value).map {
                JSON5Member(key: member.key, keyRange: member.keyRange, value: $0)
            }
        }
        return JSON5Node(value: .object(applied), range: node.range)
    }

    /// Whether the row has a member, and it is not `null`.
    private func has(_ name: String) -> Bool {
        guard let member = value.member(Self.path(name)) else { return false }
        return member != .null && member != ""
    }

    /// The names of members in `row.address.city`.
    private static func path(_ name: String) -> ArraySlice<Substring> {
        name.split(separator: ".").dropFirst()
    }

    private func replacement(of string: String, at place: JSON5Node) -> JSON5Node? {
        guard string.hasPrefix("${row"), string.hasSuffix("}") else { return nil }
        let path = Self.path(String(string.dropFirst(2).dropLast()))
        if let node { return node.container(path) }
        switch value.member(path) {
        case .array, .object, .bool: return value.member(path).map { JSON5Node($0, range: place.range) }
        case .null, .number, .string, nil: return nil
        }
    }
}

extension JSON5Node {
    /// The list, object or boolean at the end of a path of members.
    fileprivate func container(_ path: ArraySlice<Substring>) -> JSON5Node? {
        guard let name = path.first else {
            switch value {
            case .array, .object, .bool: return self
            case .null, .number, .string, .invalid: return nil
            }
        }
        guard case .object(let members) = value else { return nil }
        return members[String(name)]?.value.container(path.dropFirst())
    }

    /// A value of another file, at a place of this one.
    fileprivate init(_ value: JSONValue, range: Range<Int>) {
        self.range = range
        self.value =
            switch value {
            case .null: .null
            case .bool(let bool): .bool(bool)
            case .number(let number): .number(number.double)
            case .string(let text): .string(text.replacing("${", with: "$${"))
            case .array(let elements): .array(elements.map { JSON5Node($0, range: range) })
            case .object(let object):
                .object(
                    object.map {
                        JSON5Member(
                            key: $0.key,
                            keyRange: range,
                            value: JSON5Node($0.value, range: range)
                        )
                    }
                )
            }
    }
}
