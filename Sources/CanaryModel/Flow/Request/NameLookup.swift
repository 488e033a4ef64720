/// A question to the domain name system.
public struct NameLookup: Sendable, Hashable {
    /// What is asked for.
    public enum Record: String, Sendable, Hashable, CaseIterable {
        /// IPv4 addresses.
        case a = "A"
        /// IPv6 addresses.
        case aaaa = "AAAA"
        /// The name that the name is an alias of.
        case cname = "CNAME"
        /// Mail servers, each behind its preference: `10 mail.example.com`.
        case mx = "MX"
        /// Texts.
        case txt = "TXT"
    }

    /// The name.
    public var name: String
    /// What is asked for.
    public var record = Record.a
    /// The server to ask, an IPv4 address with or without a port; `nil`: those of the system.
    public var server: String?

    /// Makes a question for addresses.
    public init(_ name: String) { self.name = name }

    func mapped(by map: TextMap) -> NameLookup {
        var lookup = self
        (lookup.name, lookup.server) = (map.text(name), server.map { map.text($0) })
        return lookup
    }
}
