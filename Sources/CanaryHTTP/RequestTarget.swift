import CCurl

/// Where a URL points, its origin, read by the parser that curl itself will use.
struct RequestTarget: Sendable, Hashable {
    /// `http` or `https`.
    let scheme: String
    /// The host in lower case, IPv4 addresses in dotted form, IPv6 ones without brackets.
    let host: String
    /// The port, the scheme's own where the URL names none.
    let port: String

    /// Throws the reason where it is no absolute `http` or `https` URL.
    init(_ url: String) throws(Unreadable) {
        guard let parser = curl_url() else { throw Unreadable(reason: "out of memory") }
        defer { curl_url_cleanup(parser) }
        let code = url.utf8.contains(0) ? CURLUE_MALFORMED_INPUT : curl_url_set(parser, CURLUPART_URL, url, 0)
        guard code == CURLUE_OK else { throw Unreadable(reason: String(cString: curl_url_strerror(code))) }
        scheme = try Self.part(CURLUPART_SCHEME, of: parser)
        guard scheme == "http" || scheme == "https" else {
            throw Unreadable(reason: "the scheme is \(scheme), not http or https")
        }
        let host = try Self.part(CURLUPART_HOST, of: parser).lowercased()
        port = try Self.part(CURLUPART_PORT, of: parser)
        self.host = host.utf8.first == UInt8(ascii: "[") ? String(host.dropFirst().dropLast()) : host
    }

    /// Whether the host is this machine: `localhost`, `*.localhost` (RFC 6761), 127.0.0.0/8 or `::1`.
    var isLoopback: Bool {
        if host.utf8.starts(with: "127.".utf8) {
            // curl has written every form of an IPv4 address (127.1, 0x7f000001) out, so other names are not one.
            return host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (48...57).contains($0) }
        }
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        return name == "localhost" || name.hasSuffix(".localhost") || name == "::1"
    }

    /// A URL as it may be shown: without the user name and password.
    static func withoutCredentials(_ url: String) -> String {
        guard url.utf8.contains(UInt8(ascii: "@")), let scheme = url.firstRange(of: "://") else { return url }
        let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound] + url[url.index(after: at)...])
    }

    /// Why a URL is of no use.
    struct Unreadable: Error {
        let reason: String
    }

    private static func part(_ part: CURLUPart, of parser: OpaquePointer) throws(Unreadable) -> String {
        var text: UnsafeMutablePointer<CChar>?
        let code = curl_url_get(parser, part, &text, UInt32(CURLU_DEFAULT_PORT))
        guard code == CURLUE_OK, let text else {
            throw Unreadable(reason: String(cString: curl_url_strerror(code)))
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
