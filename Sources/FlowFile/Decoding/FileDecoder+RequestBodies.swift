import CanaryModel

extension FileDecoder {
    /// The body, of which there is one at most.
    func body(_ fields: StepFields) -> RequestBody? {
        let keys: [StepParameter] = [.json, .form, .text, .file, .multipart]
        let given = keys.compactMap { key in fields[key].map { (key, $0) } }
        for (key, member) in given.dropFirst() {
            report(
                member,
                "a request has one body, this one has '\(given[0].0.rawValue)' and '\(key.rawValue)'"
            )
        }
        guard let (key, member) = given.first else { return nil }
        switch key {
        case .json: return exactJSON(member.value).map(RequestBody.json)
        case .form: return .form(requestFields(member.value, "form"))
        case .file: return optionFile(member.value, "file").map(RequestBody.file)
        case .multipart: return .multipart(parts(member.value))
        default: return text(member.value, "text").map { .text($0.text) }
        }
    }

    /// `{ title: "A", picture: { file: "a.png", type: "image/png" } }`; a list under a name is several parts.
    private func parts(_ node: JSON5Node) -> [RequestPart] {
        let example = "an object such as { title: \"A\", picture: { file: \"a.png\" } }"
        guard case .object(let members) = node.value, !members.isEmpty else {
            reportKind(node, "multipart", takes: example)
            return []
        }
        return members.flatMap { member -> [RequestPart] in
            guard case .array(let elements) = member.value.value else {
                return part(member.key, member.value).map { [$0] } ?? []
            }
            return elements.compactMap { part(member.key, $0) }
        }
    }

    private func part(_ name: String, _ node: JSON5Node) -> RequestPart? {
        switch node.value {
        case .number, .bool: return RequestPart(name: name, content: .text(source.text(node.range)))
        case .object(let members): return part(name, members, node)
        default: return text(node, name).map { RequestPart(name: name, content: .text($0.text)) }
        }
    }

    private func part(_ name: String, _ members: [JSON5Member], _ node: JSON5Node) -> RequestPart? {
        checkKeys(members, of: "a part", allowed: ["text", "file", "filename", "type"])
        let content: RequestPart.Content?
        switch (members["file"], members["text"]) {
        case (let file?, nil): content = optionFile(file.value, "file").map { .file($0) }
        case (nil, let text?): content = self.text(text.value, "text").map { .text($0.text) }
        default:
            report(node, "a part has either 'file' or 'text'")
            content = nil
        }
        guard let content else { return nil }
        return RequestPart(
            name: name,
            content: content,
            fileName: members["filename"].flatMap { text($0.value, "filename")?.text },
            mediaType: members["type"].flatMap { text($0.value, "type")?.text }
        )
    }
}
