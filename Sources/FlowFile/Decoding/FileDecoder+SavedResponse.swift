import CanaryModel

extension FileDecoder {
    /// What is kept of a response, each under its name.
    func savedResponse(_ node: JSON5Node) -> [SavedResponseValue] {
        guard case .object(let members) = node.value else {
            reportKind(node, "save", takes: "variables such as { ID: { json: \"$.id\" } }")
            return []
        }
        if members.isEmpty { report(node, "save names no variable") }
        return members.compactMap { member in
            let value = savedResponse(member.key, member.value)
            return savable(member.key, at: member.keyRange.lowerBound) ? value : nil
        }
    }

    private func savedResponse(_ name: String, _ node: JSON5Node) -> SavedResponseValue? {
        let kinds = ResponseReading.Kind.saved.map(\.rawValue)
        guard case .object(let members) = node.value else {
            reportKind(node, name, takes: "what to save, such as { json: \"$.id\" }")
            return nil
        }
        let beside = ["attribute", "via", "regex", "default", "as", "secret"]
        checkKeys(members, of: "a saved value", allowed: kinds + beside)
        let found = members.filter { kinds.contains($0.key) }
        guard let member = found.first, let kind = ResponseReading.Kind(rawValue: member.key)
        else {
            if members.allSatisfy({ beside.contains($0.key) }) {
                report(node, "a saved value needs one of " + kinds.joined(separator: ", "))
            }
            return nil
        }
        for other in found.dropFirst() {
            report(other, "a saved value has one source, this one has '\(member.key)' and '\(other.key)'")
        }
        if kind != .cookie, let attribute = members["attribute"] {
            report(attribute, "'attribute' goes with 'cookie'")
        }
        let pattern = members["regex"].flatMap { member in
            text(member.value, "regex").flatMap { isPattern($0, member.value) ? $0.text : nil }
        }
        guard let reading = savedResponseReading(kind, member, members) else { return nil }
        var value = SavedResponseValue(
            name: name,
            reading: reading,
            pattern: pattern,
            fallback: members["default"].flatMap { exactJSON($0.value) },
            label: members["as"].flatMap { label($0.value, "as") }
        )
        value.isSecret =
            members["secret"].flatMap { bool($0.value, "secret") } ?? value.isSecret
        value.filters = members["via"].map { filters($0.value) } ?? []
        return value
    }

    private func savedResponseReading(
        _ kind: ResponseReading.Kind,
        _ member: JSON5Member,
        _ members: [JSON5Member]
    ) -> ResponseReading? {
        switch kind {
        case .header, .json: return responseReading(kind, member)
        case .xpath: return xpath(member.value).map(ResponseReading.xpath)
        case .status: return isTrue(member) ? .status : nil
        case .body: return isTrue(member) ? .body : nil
        case .size: return isTrue(member) ? .size : nil
        case .duration: return isTrue(member) ? .duration : nil
        case .dns: return isTrue(member) ? .phase(.dns) : nil
        case .connect: return isTrue(member) ? .phase(.connect) : nil
        case .tls: return isTrue(member) ? .phase(.tls) : nil
        case .firstByte: return isTrue(member) ? .phase(.firstByte) : nil
        case .transfer: return isTrue(member) ? .phase(.transfer) : nil
        case .httpVersion: return isTrue(member) ? .httpVersion : nil
        case .redirects: return isTrue(member) ? .redirects : nil
        case .effectiveURL: return isTrue(member) ? .effectiveURL : nil
        case .remoteAddress: return isTrue(member) ? .remoteAddress : nil
        case .certificate: return savedCertificate(member.value)
        case .cookie: return cookie(member, members)
        case .jsonSchema, .reply, .answer: return nil
        }
    }
}
