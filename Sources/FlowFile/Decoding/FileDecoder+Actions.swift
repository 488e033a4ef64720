import CanaryModel

extension FileDecoder {
    func open(_ member: JSON5Member) -> ActionRow.Named? {
        guard let url = text(member.value, "open", takes: "a URL such as \"/login\"", isURL: true) else {
            return nil
        }
        if let mistake = URLCheck.mistake(in: url.text, hasBase: context.baseURL != nil) {
            report(
                member.value,
                "\(TerminalText.quoted(url.shown)) cannot be opened: \(mistake.reason)",
                suggestion: mistake.help
            )
            return nil
        }
        if !url.holdsSaved, !context.files.allows(url: url.text) {
            reportOutside(member.value, url.shown)
            return nil
        }
        return .init(.open(url: url.text), "Open \(url.text)")
    }

    /// The HTTP statuses of `status` or `allowStatus`: one, or a list of them.
    func statuses(_ node: JSON5Node, _ key: String, in range: ClosedRange<Int>) -> [Int] {
        guard case .array(let elements) = node.value else {
            return integer(node, key, in: range).map { [$0] } ?? []
        }
        if elements.isEmpty { report(node, "\(key) names no HTTP status") }
        return elements.compactMap { integer($0, key, in: range) }
    }

    /// What is typed, and into what.
    func typed(_ member: JSON5Member, _ fields: StepFields) -> (Target, String)? {
        let target = target(member.value, member.key)
        guard let value = required(.value, of: member, in: fields, example: "value: \"…\"") else {
            return nil
        }
        guard let text = text(value.value, "value"), let target else { return nil }
        return (target, text.text)
    }

    func select(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let target = target(member.value, "select")
        let label = fields[.option].flatMap { text($0.value, "option") }.map { OptionChoice.label($0.text) }
        let value = fields[.value].flatMap { text($0.value, "value") }.map { OptionChoice.value($0.text) }
        if fields[.option] == nil, fields[.value] == nil {
            report(
                member,
                "'select' needs an option",
                suggestion: "add option: \"its label\" or value: \"its value\""
            )
        } else if fields[.option] != nil, let second = fields[.value] {
            report(second, "'select' takes 'option' or 'value', not both")
        }
        guard let target, let choice = label ?? value else { return nil }
        return .init(.select(target, choice), "Select in \(target)")
    }

    func drag(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let target = target(member.value, "drag")
        guard let destination = required(.to, of: member, in: fields, example: "to: \"#place\"") else {
            return nil
        }
        guard let to = self.target(destination.value, "to"), let target else { return nil }
        return .init(.drag(target, to: to), "Drag \(target) to \(to)")
    }

    func upload(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let target = target(member.value, "upload")
        guard let list = required(.files, of: member, in: fields, example: "files: [\"picture.png\"]") else {
            return nil
        }
        let files = files(list.value)
        let count = "\(files.count) file\(files.count == 1 ? "" : "s")"
        return target.map { .init(.upload($0, files: files), "Upload \(count) to \($0)") }
    }

    private func files(_ node: JSON5Node) -> [String] {
        guard case .array(let elements) = node.value else {
            if case .string = node.value { return file(node).map { [$0] } ?? [] }
            reportKind(node, "files", takes: "a list of files")
            return []
        }
        if elements.isEmpty { report(node, "files names no file") }
        return elements.compactMap(file)
    }

    /// The absolute path of a file or folder that is there; one whose name is not known yet is not looked for.
    ///
    /// Whether the field takes a folder is only seen on the page.
    private func file(_ node: JSON5Node) -> String? {
        text(node, "files", takes: "the name of a file").flatMap { file(named: $0, node) }
    }

    /// The same, by the name that was read.
    func file(named name: ExpandedText, _ node: JSON5Node) -> String? {
        let path = FileName.absolute(FilePath.joined(folder, name.text) ?? name.text)
        if name.holdsSaved { return path }
        if !context.files.allows(path: path) {
            reportOutside(node, name.shown)
            return nil
        }
        if FileName.isFile(path) || FileName.isFolder(path) { return path }
        report(
            node,
            "there is no file \(TerminalText.quoted(name.shown))",
            suggestion: "files are looked for beside the file that names them"
        )
        return nil
    }

    /// Notes that a flow may not read a file.
    func reportOutside(_ node: JSON5Node, _ shown: String) {
        report(
            node,
            "\(TerminalText.quoted(shown)) lies outside of the flow's folder and the current folder",
            suggestion: "move it there, or allow its folder with --allow-file-access DIR"
        )
    }

    /// A parameter without which an action cannot be.
    private func required(
        _ key: StepParameter,
        of member: JSON5Member,
        in fields: StepFields,
        example: String
    ) -> JSON5Member? {
        if let parameter = fields[key] { return parameter }
        report(member, "'\(member.key)' needs '\(key.rawValue)'", suggestion: "add \(example)")
        return nil
    }
}
