import CanaryModel

extension FileDecoder {
    /// Takes in the `variables` of the flow, each after those that it refers to.
    func variables(_ node: JSON5Node?) {
        guard let node else { return }
        guard case .object(let members) = node.value else {
            return reportKind(node, "variables", takes: "an object such as { USERNAME: \"canary\" }")
        }
        var order = VariableOrder()
        for member in members {
            if Interpolation.isName(member.key) {
                order.add(member, interpolation(member.value))
                warnOfGenerated(member.key, at: member.keyRange.lowerBound)
            } else {
                let help = "letters, digits and _ can, a digit not first"
                report(member, "\(TerminalText.quoted(member.key)) cannot name a variable", suggestion: help)
            }
        }
        for member in members { resolve(member.key, &order) }
    }

    /// Notes that a variable has the name of a value that is generated.
    func warnOfGenerated(_ name: String, at offset: Int) {
        guard GeneratedValue.names.contains(name) else { return }
        warn(at: offset, "the variable '\(name)' overrides the generated value ${\(name)}")
    }

    private func interpolation(_ node: JSON5Node) -> Interpolation? {
        switch node.value {
        case .string(let string):
            do throws(Interpolation.Malformed) {
                return try Interpolation(string)
            } catch {
                // Told, with its place, when the string is expanded below.
                return Interpolation(pieces: [])
            }
        case .number(let number) where number.isFinite:
            return Interpolation(pieces: [.text(source.text(node.range))])
        case .bool(let bool): return Interpolation(pieces: [.text("\(bool)")])
        default:
            reportKind(node, "a variable", takes: "a string")
            return nil
        }
    }

    private func resolve(_ name: String, _ order: inout VariableOrder) {
        guard context.variables.outside(name)?.goesFirst != true else { return }
        guard !order.isTooDeep else {
            guard let entry = order.drop(name) else { return }
            report(
                entry.member.value,
                "the variables refer to each other more than \(VariableOrder.mostDeep) deep",
                suggestion: "put values in directly"
            )
            return context.variables.declare(name, .broken)
        }
        guard let entry = order.begin(name) else { return }
        for other in entry.interpolation?.names ?? [] where other != name {
            if let circle = order.circle(from: other) {
                report(entry.member.value, "the variables refer to each other in a circle: \(circle)")
                context.variables.declare(name, .broken)
                order.end(name)
                return
            }
            resolve(other, &order)
        }
        context.variables.declare(name, value(entry))
        order.end(name)
    }

    private func value(_ entry: VariableOrder.Entry) -> Variables.Value {
        let node = entry.member.value
        guard let interpolation = entry.interpolation else { return .broken }
        guard case .string(let string) = node.value else {
            if case .text(let text)? = interpolation.pieces.first { return .text(text, isSecret: false) }
            return .broken
        }
        guard let text = expand(string, of: node) else { return .broken }
        if text.isIncomplete { return .missing }
        return .text(text.text, isSecret: text.holdsSecret, holdsSaved: text.holdsSaved)
    }

    /// Takes in the `secrets`: their values come from the command line or the environment alone.
    func secrets(_ node: JSON5Node?, variables: JSON5Node?) {
        guard let node else { return }
        for (name, place) in constants(node, "secrets") {
            if !Interpolation.isName(name) {
                report(
                    place,
                    "\(TerminalText.quoted(name)) cannot name a variable",
                    suggestion: "secrets are names, their values come from the environment"
                )
            } else if context.variables.secrets[name] != nil {
                report(place, "the secret '\(name)' is named twice")
            } else {
                secret(name, place, variables)
            }
        }
    }

    private func secret(_ name: String, _ node: JSON5Node, _ variables: JSON5Node?) {
        if case .object(let members)? = variables?.value, let declared = members[name] {
            report(
                declared,
                "the value of the secret '\(name)' cannot stand in the flow",
                suggestion: "set it in the environment"
            )
        }
        let value = context.variables.outside(name)?.text ?? ""
        if value.isEmpty {
            report(
                at: node.range.lowerBound,
                "the secret '\(name)' is not set",
                suggestion: "set it in the environment, or with --env-file",
                missing: .secret
            )
        } else if value.count < 4 {
            report(
                at: node.range.lowerBound,
                "the secret '\(name)' has fewer than 4 characters, too few to find it in what a run writes",
                missing: .secret
            )
        }
        // Also where it is wrong: what refers to it is not.
        context.variables.declareSecret(name, value)
    }
}

/// The variables of a flow on their way to be resolved.
private struct VariableOrder {
    struct Entry {
        let member: JSON5Member
        let interpolation: Interpolation?
    }

    private var waiting: [String: Entry] = [:]
    /// The variables that are being resolved, each for the one before it.
    private var path: [String] = []

    mutating func add(_ member: JSON5Member, _ interpolation: Interpolation?) {
        waiting[member.key] = Entry(member: member, interpolation: interpolation)
    }

    /// Takes a variable out to be resolved; `nil` where there is none, or it was begun.
    mutating func begin(_ name: String) -> Entry? {
        guard let entry = waiting.removeValue(forKey: name) else { return nil }
        path.append(name)
        return entry
    }

    /// Each takes room on the stack.
    static let mostDeep = 100

    var isTooDeep: Bool { path.count >= Self.mostDeep }

    /// Takes a variable out that is not resolved; `nil` where there is none, or it was begun.
    mutating func drop(_ name: String) -> Entry? { waiting.removeValue(forKey: name) }

    mutating func end(_ name: String) { path.removeAll { $0 == name } }

    /// How a reference to `name` leads back to it.
    func circle(from name: String) -> String? {
        guard let start = path.firstIndex(of: name) else { return nil }
        return (path[start...] + [name]).joined(separator: " → ")
    }
}

extension Interpolation {
    /// The variables that are named in it, those of fallbacks too.
    var names: [String] {
        pieces.flatMap { piece -> [String] in
            guard case .variable(let name, let fallback, _) = piece else { return [] }
            return [name] + (fallback?.names ?? [])
        }
    }
}
