extension SchemaFormat {
    /// RFC 1123: labels of letters, digits and inner hyphens.
    static func isHostname(_ text: String) -> Bool {
        guard text.utf8.count <= 253 else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            label.utf8.count <= 63
                && label.wholeMatch(of: #/[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/#) != nil
        }
    }

    /// RFC 5321: a local part of atoms or in quotes, and a host name or an address in brackets.
    static func isEmail(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at]
        let domain = text[text.index(after: at)...]
        let atoms = #/[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+)*/#
        let quoted = #/"(?:[ !#-\[\]-~]|\\[ -~])*"/#
        guard local.wholeMatch(of: atoms) != nil || local.wholeMatch(of: quoted) != nil else { return false }
        guard domain.hasPrefix("["), domain.hasSuffix("]") else { return isHostname(String(domain)) }
        let address = String(domain.dropFirst().dropLast())
        return address.hasPrefix("IPv6:") ? isIPv6(String(address.dropFirst(5))) : isIPv4(address)
    }

    /// Four numbers up to 255, without zeros in front.
    static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.wholeMatch(of: #/0|[1-9][0-9]{0,2}/#) != nil && (Int(part) ?? 256) < 256
            }
    }

    /// RFC 4291: eight groups, of which `::` can stand for some; the last two can be an IPv4 address.
    static func isIPv6(_ text: String) -> Bool {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        let counts = halves.enumerated().map { groups(String($1), isLast: $0 == halves.count - 1) }
        let known = counts.compactMap { $0 }
        guard known.count == counts.count else { return false }
        return halves.count == 1 ? known == [8] : halves.count == 2 && known.reduce(0, +) <= 7
    }

    /// How many groups a part of an IPv6 address has; `nil` where it is not one.
    private static func groups(_ text: String, isLast: Bool) -> Int? {
        if text.isEmpty { return 0 }
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        if isLast, let last = groups.last, last.contains(".") {
            guard isIPv4(String(groups.removeLast())) else { return nil }
            count = 2
        }
        let isHexadecimal = groups.allSatisfy { $0.wholeMatch(of: #/[0-9A-Fa-f]{1,4}/#) != nil }
        return isHexadecimal ? count + groups.count : nil
    }

    /// RFC 9562: 32 hexadecimal digits in five groups.
    static func isUUID(_ text: String) -> Bool {
        text.wholeMatch(of: #/[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/#) != nil
    }

    /// RFC 3986: a scheme, and only characters that may stand in a URI.
    static func isURI(_ text: String) -> Bool {
        let character = #/(?:[A-Za-z0-9._~:\/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*/#
        guard text.wholeMatch(of: character) != nil, let scheme = SchemaURI(text).scheme else { return false }
        let rest = text.dropFirst(scheme.count + 1)
        guard rest.count(where: { $0 == "#" }) <= 1 else { return false }
        guard rest.hasPrefix("//") else { return !rest.contains { $0 == "[" || $0 == "]" } }
        return isAuthority(SchemaURI(text).authority ?? "")
            && !rest.dropFirst(2).drop { !"/?#".contains($0) }.contains { $0 == "[" || $0 == "]" }
    }

    private static func isAuthority(_ authority: String) -> Bool {
        let host = authority.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        if host.hasPrefix("[") {
            guard let match = host.wholeMatch(of: #/\[([^\]]*)\](?::[0-9]*)?/#) else { return false }
            return match.1.hasPrefix("v") || isIPv6(String(match.1))
        }
        return host.wholeMatch(of: #/[^:@\[\]]*(?::[0-9]*)?/#) != nil
    }
}
