import CanaryModel

extension Action.Kind {
    /// What conditions beside it can look at; `nil`: a page.
    var readings: [ResponseReading.Kind]? {
        switch self {
        case .request: ResponseReading.Kind.allCases.filter { $0 != .reply && $0 != .answer }
        case .connect: [.reply, .certificate, .dns, .connect, .tls, .duration]
        case .dns: [.answer, .duration]
        default: nil
        }
    }
}

extension FileDecoder {
    /// `connect: "host:port"` with what goes with it.
    func connect(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let example = "a host with a port such as \"mail.example.com:25\""
        guard let text = text(member.value, "connect", takes: example) else { return nil }
        var step = ConnectionStep(text.text)
        if text.isKnown || !text.holdsSaved, step.hostAndPort == nil {
            report(member.value, "connect takes \(example), got \(TerminalText.quoted(text.shown))")
            return nil
        }
        step.usesTLS = fields[.tls].flatMap { bool($0.value, "tls") } ?? false
        step.message = fields[.send].flatMap { self.text($0.value, "send") }?.text
        step.acceptsInvalidCertificates = fields[.insecure].flatMap { bool($0.value, "insecure") } ?? false
        step.authorities = fields[.caCertificate].flatMap { member in
            constant(member.value, "caCertificate").flatMap { file(named: $0, member.value) }
        }
        for key in [StepParameter.insecure, .caCertificate] where !step.usesTLS {
            if let member = fields[key] { report(member, "'\(key.rawValue)' goes with tls: true") }
        }
        return .init(.connect(step), "Connect to \(text.shown)")
    }

    /// `dns: "example.com"` with what goes with it.
    func dns(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        guard let text = text(member.value, "dns", takes: "a name such as \"example.com\"") else {
            return nil
        }
        if text.text.isEmpty { report(member.value, "dns names no host") }
        var lookup = NameLookup(text.text)
        if let member = fields[.record], let name = constant(member.value, "record") {
            let all = NameLookup.Record.allCases.map(\.rawValue)
            if let record = NameLookup.Record(rawValue: name.text.uppercased()) {
                lookup.record = record
            } else {
                reportKind(member.value, "record", takes: "one of \(all.joined(separator: ", "))")
            }
        }
        lookup.server = fields[.server].flatMap { self.text($0.value, "server") }?.text
        return .init(.dns(lookup), "Look up \(lookup.record.rawValue) of \(text.shown)")
    }
}
