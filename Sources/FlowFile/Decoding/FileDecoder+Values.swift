import CanaryModel

extension FileDecoder {
    /// `true` or `false`.
    func bool(_ node: JSON5Node, _ subject: String) -> Bool? {
        if case .bool(let bool) = node.value { return bool }
        reportKind(node, subject, takes: "true or false")
        return nil
    }

    /// Whether a key that can only be `true` is so.
    func isTrue(_ member: JSON5Member) -> Bool {
        if case .bool(true) = member.value.value { return true }
        reportKind(member.value, member.key, takes: "true")
        return false
    }

    /// A number, or a string with variables that make one.
    func number(_ node: JSON5Node, _ subject: String) -> Double? {
        switch node.value {
        case .number(let number) where number.isFinite: return number
        case .string(let string) where Interpolation.isNeeded(for: string):
            guard let text = constant(node, subject) else { return nil }
            if let number = Double(text.text), number.isFinite { return number }
            let shown = TerminalText.quoted(text.shown, limit: 40)
            report(node, "\(subject) takes a number, got \(shown)")
            return nil
        default:
            reportKind(node, subject, takes: "a number")
            return nil
        }
    }

    /// A whole number of a range.
    func integer(_ node: JSON5Node, _ subject: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = number(node, subject) else { return nil }
        if let whole = Int(exactly: number), range.contains(whole) { return whole }
        let limits =
            range.upperBound == .max
            ? "from \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
        reportKind(node, subject, takes: "a whole number \(limits)")
        return nil
    }

    /// A time such as `"10s"`.
    func time(_ node: JSON5Node, _ subject: String, allowsZero: Bool = false) -> Duration? {
        let example = "a time such as \"10s\""
        guard let text = constant(node, subject, takes: example) else { return nil }
        guard let duration = Duration(written: text.text) else {
            let shown = TerminalText.quoted(text.shown, limit: 40)
            let rule = "the units are ms, s, m, h and d, the larger first; 455d is the longest"
            let units =
                Double(text.text) != nil
                ? "add a unit: ms, s, m, h or d" : text.text.first?.isNumber == true ? rule : nil
            report(node, "\(subject) takes \(example), got \(shown)", suggestion: units)
            return nil
        }
        if duration == .zero && !allowsZero {
            report(node, "\(subject) must be longer than nothing")
            return nil
        }
        return duration
    }

    /// Any JSON value, for the arguments of a script; variables are put into its strings.
    func json(_ node: JSON5Node) -> JSONValue? {
        json(node) { number($0, "an argument").map { .number(JSONNumber($0)) } }
    }

    /// Any JSON value, its numbers as `number` reads them; variables are put into its strings.
    func json(_ node: JSON5Node, _ number: (JSON5Node) -> JSONValue?) -> JSONValue? {
        switch node.value {
        case .null: return .null
        case .bool(let bool): return .bool(bool)
        case .number: return number(node)
        case .string(let string):
            return rowValue(string) ?? text(node, "a string").map { .string($0.text) }
        case .array(let elements): return .array(elements.compactMap { json($0, number) })
        case .object(let members):
            let pairs = members.compactMap { member in json(member.value, number).map { (member.key, $0) } }
            return .object(JSONObject(pairs))
        case .invalid: return nil
        }
    }
}
