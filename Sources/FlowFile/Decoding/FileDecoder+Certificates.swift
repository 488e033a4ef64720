import CanaryModel

extension FileDecoder {
    /// `{ expiresIn: { atLeast: "14d" }, issuer: C, subject: C }`: a condition for each of them.
    func certificateTests(_ node: JSON5Node) -> [Condition.Kind] {
        let fields = CertificateField.allCases.map(\.rawValue)
        guard case .object(let members) = node.value, !members.isEmpty else {
            reportKind(node, "certificate", takes: "an object such as { expiresIn: { atLeast: \"14d\" } }")
            return []
        }
        checkKeys(members, of: "certificate", allowed: fields)
        return members.flatMap { member -> [Condition.Kind] in
            guard let field = CertificateField(rawValue: member.key) else { return [] }
            return certificateTests(field, member.value).map { .response(.certificate(field), $0) }
        }
    }

    private func certificateTests(_ field: CertificateField, _ node: JSON5Node) -> [ValueTest] {
        switch field {
        case .expiresIn: timeTests(in: node, "expiresIn", example: "atLeast: \"14d\"")
        case .names: nameTests(node)
        case .issuer, .subject, .serialNumber, .begins, .expires: textTests(node, field.rawValue)
        }
    }

    /// Names are a list, of which one is asked for.
    private func nameTests(_ node: JSON5Node) -> [ValueTest] {
        let expected = "a comparison such as { contains: \"DNS:example.com\" }"
        guard case .object(let members) = node.value, members.count == 1, let member = members.first else {
            reportKind(node, "names", takes: expected)
            return []
        }
        checkKeys(members, of: "a comparison of names", allowed: ["contains", "count"])
        return ResponseTestKey(rawValue: member.key).flatMap { test($0, member.value) }.map { [$0] } ?? []
    }

    /// What `save` keeps of a certificate: the name of a field.
    func savedCertificate(_ node: JSON5Node) -> ResponseReading? {
        choice(node, "certificate", of: CertificateField.allCases.map { ($0.rawValue, $0) }).map {
            .certificate($0)
        }
    }

    /// Comparisons of how long a phase took.
    func phaseTests(_ phase: ResponsePhase, _ node: JSON5Node) -> [Condition.Kind] {
        timeTests(in: node, phase.rawValue).map { .response(.phase(phase), $0) }
    }

    /// `"1.1"`, `2`, or a comparison of the text.
    func versionTest(_ node: JSON5Node) -> [Condition.Kind] {
        if case .number = node.value {
            return [.response(.httpVersion, .equals(.string(source.text(node.range))))]
        }
        return textTests(node, "httpVersion").map { .response(.httpVersion, $0) }
    }

    /// A cookie that a response sets, with `attribute` one of its attributes.
    func cookie(_ member: JSON5Member, _ members: [JSON5Member]) -> ResponseReading? {
        guard let name = text(member.value, "cookie", takes: "the name of a cookie") else { return nil }
        if name.text.isEmpty { report(member.value, "cookie names no cookie") }
        if name.isKnown, let bracket = name.text.firstIndex(of: "[") {
            let attribute = name.text[bracket...].dropFirst().prefix { $0 != "]" }
            report(
                member.value,
                "\(TerminalText.quoted(name.shown)) is not the name of a cookie",
                suggestion: "write cookie: \"\(name.text[..<bracket])\", attribute: \"\(attribute)\""
            )
        }
        guard let member = members["attribute"] else { return .cookie(name.text, attribute: nil) }
        let attributes = CookieAttribute.allCases.map { ($0.rawValue, $0) }
        return choice(member.value, "attribute", of: attributes).map { .cookie(name.text, attribute: $0) }
    }

    /// One of several words, in whatever case.
    private func choice<Value>(
        _ node: JSON5Node,
        _ subject: String,
        of choices: [(word: String, value: Value)]
    ) -> Value? {
        let expected = "one of " + choices.map(\.word).joined(separator: ", ")
        guard let text = constant(node, subject, takes: expected) else { return nil }
        if let choice = choices.first(where: { $0.word.lowercased() == text.text.lowercased() }) {
            return choice.value
        }
        report(
            node,
            "\(subject) takes \(expected), got \(TerminalText.quoted(text.shown))",
            suggestion: Suggestion.question(text.text, in: choices.map(\.word))
        )
        return nil
    }
}
