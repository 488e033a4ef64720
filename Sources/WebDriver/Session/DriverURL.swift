import CanaryHTTP

/// The parts of `http(s)://user:password@host:port/path` that a connection needs.
struct DriverURL {
    /// Scheme, host, port and path, without slashes at the end.
    let base: String
    let credentials: HTTPCredentials?

    init(_ text: String) throws(DriverURLError) {
        guard let separator = text.firstRange(of: "://") else {
            throw DriverURLError("a driver's URL begins with http:// or https://")
        }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else {
            throw DriverURLError("a driver is reached by http:// or https://, not by \(scheme)://")
        }
        let rest = text[separator.upperBound...]
        if rest.contains(where: { $0 == "?" || $0 == "#" || $0.isWhitespace }) {
            throw DriverURLError("a driver's URL has no query, fragment or white space; write %3F, %23, %20")
        }
        let authority = rest.prefix { $0 != "/" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if host.isEmpty || host.hasPrefix(":") { throw DriverURLError("the driver's URL names no host") }
        var path = rest.dropFirst(authority.count)
        while path.last == "/" { path.removeLast() }
        base = "\(scheme)://\(host)\(path)"
        credentials = try Self.credentials(authority.dropLast(host.count))
    }

    /// Reads `user:password@`; a password may be missing.
    private static func credentials(_ text: Substring) throws(DriverURLError) -> HTTPCredentials? {
        if text.isEmpty { return nil }
        let parts = text.dropLast().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let decoded = parts.compactMap { PercentEncoding.decode($0) }
        guard decoded.count == parts.count, let user = decoded.first else {
            throw DriverURLError(
                "the driver's URL has a % in its credentials that encodes nothing; write %25"
            )
        }
        if user.contains(":") { throw DriverURLError("a user name for basic authentication has no colon") }
        return HTTPCredentials(user: user, password: decoded.dropFirst().first ?? "")
    }
}
