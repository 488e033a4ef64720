import CanaryModel

extension FileDecoder {
    /// `true`, `false` or `"browser"`.
    func cookies(_ node: JSON5Node) -> RequestCookies? {
        switch node.value {
        case .bool(let isKept): return isKept ? .jar : RequestCookies.none
        case .string("browser"): return .browser
        default:
            reportKind(node, "cookies", takes: "true, false or \"browser\"")
            return nil
        }
    }

    /// How many redirects are followed: `true`, `false` or a number.
    func redirects(_ node: JSON5Node) -> Int? {
        if case .bool(let follows) = node.value { return follows ? 10 : 0 }
        if case .number = node.value { return integer(node, "followRedirects", in: 0...50) }
        reportKind(node, "followRedirects", takes: "true, false or how many at most")
        return nil
    }

    /// The path of a file that an option names.
    func optionFile(_ node: JSON5Node, _ subject: String) -> String? {
        text(node, subject, takes: "the name of a file").flatMap { file(named: $0, node) }
    }

    /// `"1.1"` or `"2"`, as a number too.
    func version(_ node: JSON5Node) -> RequestVersion? {
        let written: String? =
            switch node.value {
            case .number: source.text(node.range)
            case .string(let text): text
            default: nil
            }
        if let version = written.flatMap(RequestVersion.init) { return version }
        reportKind(node, "http", takes: "\"1.1\" or \"2\"")
        return nil
    }

    /// 4 or 6.
    func ipVersion(_ number: Int, _ node: JSON5Node) -> IPVersion? {
        if let version = IPVersion(rawValue: number) { return version }
        reportKind(node, "ipVersion", takes: "4 or 6")
        return nil
    }

    /// The URL of a proxy; empty for `false`: none.
    func proxy(_ node: JSON5Node) -> String? {
        if case .bool(false) = node.value { return "" }
        let expected = "the URL of a proxy such as \"http://proxy.example:3128\", or false"
        guard let text = text(node, "proxy", takes: expected) else { return nil }
        if text.holdsSaved { return text.text }
        let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        let parts = text.text.split(separator: "://", maxSplits: 1)
        if parts.count == 2, schemes.contains(parts[0].lowercased()),
            !parts[1].contains(where: \.isWhitespace)
        {
            return text.text
        }
        report(
            node,
            "proxy takes \(expected), got \(TerminalText.quoted(text.shown))",
            suggestion: "the schemes are \(schemes.joined(separator: ", "))"
        )
        return nil
    }

    /// `{ "api.example.com:443": "10.0.0.5" }`.
    func addresses(_ node: JSON5Node) -> [RequestAddress]? {
        let expected = "addresses such as { \"api.example.com:443\": \"10.0.0.5\" }"
        guard case .object(let members) = node.value, !members.isEmpty else {
            reportKind(node, "resolve", takes: expected)
            return nil
        }
        return members.compactMap { member in
            let parts = member.key.split(separator: ":", omittingEmptySubsequences: false)
            if parts.count != 2 || parts[0].isEmpty || !(1...65535).contains(Int(parts[1]) ?? 0) {
                report(
                    member,
                    "\(TerminalText.quoted(member.key)) is not a host with its port, as api.example.com:443"
                )
            }
            guard let text = text(member.value, "resolve", takes: "an address") else { return nil }
            let address = text.text.filter { $0 != "[" && $0 != "]" }
            if address.isEmpty || address.contains(where: { $0.isWhitespace || $0 == "/" }) {
                report(member.value, "\(TerminalText.quoted(text.shown)) is not an address")
            }
            return RequestAddress(host: member.key, address: address)
        }
    }
}
