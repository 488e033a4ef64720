/// A URI or a reference in parts (RFC 3986), to resolve `$ref` and `$id`.
struct SchemaURI: Sendable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    init(_ text: String) {
        var rest = text.unicodeScalars[...]
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
            scheme = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        if rest.starts(with: "//".unicodeScalars) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    private static func isScheme(_ text: Substring.UnicodeScalarView) -> Bool {
        Substring(text).wholeMatch(of: #/[A-Za-z][A-Za-z0-9+.-]*/#) != nil
    }

    /// The whole as text, without its fragment.
    var withoutFragment: String {
        let start = (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "")
        return start + path + (query.map { "?" + $0 } ?? "")
    }

    /// The URI that a reference stands for with this one as its base (RFC 3986, section 5.2).
    func resolving(_ reference: SchemaURI) -> SchemaURI {
        var result = reference
        if reference.scheme == nil {
            result.scheme = scheme
            if reference.authority == nil {
                result.authority = authority
                if reference.path.isEmpty {
                    result.path = path
                    result.query = reference.query ?? query
                } else if !reference.path.hasPrefix("/") {
                    result.path = merged(with: reference.path)
                }
            }
        }
        result.path = Self.withoutDots(result.path)
        return result
    }

    private func merged(with relative: String) -> String {
        if authority != nil, path.isEmpty { return "/" + relative }
        guard let slash = path.lastIndex(of: "/") else { return relative }
        return path[...slash] + relative
    }

    /// The path without `.` and `..`.
    private static func withoutDots(_ path: String) -> String {
        guard path.contains(".") else { return path }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        let root = segments.first == "" && segments.count > 1 ? 1 : 0
        var kept = Array(segments[..<root])
        for (index, segment) in segments.enumerated().dropFirst(root) {
            let isDots = segment == "." || segment == ".."
            if segment == "..", kept.count > root { kept.removeLast() }
            if !isDots { kept.append(segment) } else if index == segments.count - 1 { kept.append("") }
        }
        return kept.joined(separator: "/")
    }
}
