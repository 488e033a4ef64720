import CanaryModel

/// Decodes the nodes of one file; what it finds wrong goes to the context.
///
/// A decoding function gives `nil` where it has reported a mistake, and the others go on: a flow comes
/// of it only where no mistake was reported at all.
struct FileDecoder {
    let source: SourceText
    let context: FlowContext
    /// The folder of the file, where the files lie that it names.
    let folder: String
    /// The paths of the files whose `use` led here, the file's own last.
    let path: [String]

    /// Notes a mistake, or the lack of a value, at a byte of the file.
    func report(
        at offset: Int,
        _ message: String,
        suggestion: String? = nil,
        missing: FlowContext.Missing? = nil
    ) {
        if missing == nil ? context.isCountedOnly() : context.hasManyRemarks { return }
        let place = SourcePlace(source, at: offset)
        context.report(FlowDiagnostic(at: place, message, suggestion: suggestion), missing: missing)
    }

    /// Notes a mistake at a node.
    func report(_ node: JSON5Node, _ message: String, suggestion: String? = nil) {
        report(at: node.range.lowerBound, message, suggestion: suggestion)
    }

    /// Warns of what stands at a node: it is no mistake, but may not say what is meant.
    func warn(_ node: JSON5Node, _ message: String, suggestion: String? = nil) {
        warn(at: node.range.lowerBound, message, suggestion: suggestion)
    }

    /// Notes what may not say what is meant.
    func warn(at offset: Int, _ message: String, suggestion: String? = nil) {
        if context.hasManyRemarks { return }
        let place = SourcePlace(source, at: offset)
        context.report(FlowDiagnostic(at: place, message, suggestion: suggestion), isWarning: true)
    }

    /// Notes a mistake at a key.
    func report(_ member: JSON5Member, _ message: String, suggestion: String? = nil) {
        report(at: member.keyRange.lowerBound, message, suggestion: suggestion)
    }

    /// Notes that a node is of the wrong kind: `timeout takes a time, got the number 10`.
    func reportKind(_ node: JSON5Node, _ subject: String, takes expected: String) {
        if case .invalid = node.value { return }
        report(node, "\(subject) takes \(expected), got \(describe(node))")
    }

    /// A node in the words of a message.
    func describe(_ node: JSON5Node) -> String {
        switch node.value {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number: "the number \(source.text(node.range))"
        case .string(let string): "the string \(TerminalText.quoted(string, limit: 40))"
        case .array: "a list"
        case .object: "an object"
        case .invalid: "nothing"
        }
    }

    /// Where to look for what an object says: at its key in it where that has a line of its own, else at the object.
    func place(of object: JSON5Node, _ key: JSON5Member?) -> SourcePosition {
        let begin = source.position(at: object.range.lowerBound)
        guard let key = key.map({ source.position(at: $0.keyRange.lowerBound) }), key.line > begin.line else {
            return begin
        }
        return key
    }

    /// Notes every key that an object may not have.
    ///
    /// - Parameters:
    ///   - members: The members of the object.
    ///   - owner: What the object is, with its article: `a target`.
    ///   - allowed: The keys that it may have.
    func checkKeys(_ members: [JSON5Member], of owner: String, allowed: [String]) {
        for member in members where !allowed.contains(member.key) && !context.isCountedOnly() {
            let key = TerminalText.quoted(member.key)
            let near = Suggestion.question(member.key, in: allowed)
            let all = "it takes " + allowed.joined(separator: ", ")
            report(member, "unknown key \(key) in \(owner)", suggestion: near ?? all)
        }
    }
}

extension [JSON5Member] {
    /// The member with a key.
    subscript(key: String) -> JSON5Member? { first { $0.key == key } }
}
