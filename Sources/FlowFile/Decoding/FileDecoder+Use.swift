import CanaryModel

extension FileDecoder {
    /// The steps of the file that a `use` names.
    func sharedSteps(_ member: JSON5Member, isInGroup: Bool) -> [Step] {
        guard let name = constant(member.value, "use", takes: "a file such as \"sign-in.steps.json5\"")
        else { return [] }
        guard let file = sharedPath(name, member.value) else { return [] }
        if path.contains(file) {
            let names = (path.drop { $0 != file } + [file]).map(FilePath.last).joined(separator: " → ")
            report(member.value, "shared steps use themselves: \(names)")
            return []
        }
        let shared = context.sharedSteps(at: file)
        if case .unreadable(let reason)? = shared.problem {
            report(member.value, "\(TerminalText.quoted(name.shown)) cannot be used: \(reason)")
            return []
        }
        let decoder = FileDecoder(
            source: shared.source,
            context: context,
            folder: FilePath.folder(of: file),
            path: path + [file]
        )
        decoder.report(shared.syntaxErrors)
        return shared.root.map { decoder.sharedSteps($0, isInGroup: isInGroup) } ?? []
    }

    /// Notes what is no JSON5.
    func report(_ errors: [JSON5SyntaxError]) {
        for error in errors { report(at: error.offset, error.message, suggestion: error.suggestion) }
    }

    private func sharedSteps(_ root: JSON5Node, isInGroup: Bool) -> [Step] {
        var list = root
        if case .object(let members) = root.value {
            checkKeys(members, of: "a file of shared steps", allowed: ["steps"])
            guard let steps = members["steps"] else {
                if members.isEmpty { report(root, "a file of shared steps needs 'steps'") }
                return []
            }
            list = steps.value
        }
        if case .array(let elements) = list.value, elements.isEmpty {
            report(list, "a file of shared steps needs at least one step")
        }
        return steps(list, "a file of shared steps", isInGroup: isInGroup)
    }

    /// The path of the file, which the flow must be allowed to read.
    private func sharedPath(_ name: ExpandedText, _ node: JSON5Node) -> String? {
        if name.text.isEmpty {
            report(node, "use names no file")
        } else if let path = FilePath.joined(folder, name.text),
            context.files.allows(path: FileName.absolute(path))
        {
            return path
        } else {
            reportOutside(node, name.shown)
        }
        return nil
    }
}
