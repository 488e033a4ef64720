import CanaryModel

/// Looks for what makes a text no URL that a browser is sent to.
enum URLCheck {
    /// What is wrong.
    struct Mistake: Hashable {
        let reason: String
        let help: String?
    }

    private static let schemes = ["http", "https", "data", "about", "file"]

    /// What is wrong with a URL to open, absolute or relative; `nil` for a right one.
    ///
    /// One whose beginning is only known while the flow runs is taken for right.
    static func mistake(in url: String, hasBase: Bool) -> Mistake? {
        if SavedReference.begins(url) { return nil }
        if url.allSatisfy(\.isWhitespace) { return Mistake(reason: "it is empty", help: nil) }
        guard let scheme = scheme(of: url) else {
            return hasBase
                ? nil
                : Mistake(
                    reason: "it is relative, and the flow has no baseURL",
                    help: "add baseURL: \"https://…\", or give --base-url"
                )
        }
        guard schemes.contains(scheme.lowercased()) else {
            let isHost = hostAndPort(url)
            let help = isHost ? "write http://\(url)" : "http, https, data, about and file can be"
            return Mistake(reason: "'\(scheme):' is not a scheme that `open` takes", help: help)
        }
        return scheme.lowercased().hasPrefix("http") ? authorityMistake(in: url) : nil
    }

    /// What is wrong with a base URL, which is absolute and `http` or `https`.
    static func mistake(inBase url: String) -> Mistake? {
        guard let scheme = scheme(of: url), ["http", "https"].contains(scheme.lowercased()) else {
            let isBare = !url.isEmpty && !url.contains("://") && !url.contains(where: \.isWhitespace)
            return Mistake(
                reason: "it must begin with http:// or https://",
                help: isBare && !url.hasPrefix("/") ? "write http://\(url)" : nil
            )
        }
        return authorityMistake(in: url)
    }

    private static func scheme(of url: String) -> Substring? {
        guard let colon = url.firstIndex(of: ":"), let first = url.first, first.isASCII, first.isLetter else {
            return nil
        }
        let scheme = url[..<colon]
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            ? scheme : nil
    }

    /// Whether a text is a host with its port, which reads as a scheme.
    private static func hostAndPort(_ url: String) -> Bool {
        let port = url.drop { $0 != ":" }.dropFirst().prefix { $0 != "/" }
        return !port.isEmpty && port.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func authorityMistake(in url: String) -> Mistake? {
        let rest = url.drop { $0 != ":" }.dropFirst()
        guard rest.hasPrefix("//") else {
            return Mistake(reason: "after the scheme '//' is missing", help: nil)
        }
        let authority = rest.dropFirst(2).prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if host.utf8.contains(1) { return nil }
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        let port = host.dropFirst(name.count)
        if name.isEmpty || name == "[]" { return Mistake(reason: "it names no host", help: nil) }
        if name.contains(where: { $0.isWhitespace || "<>^|%\"".contains($0) }) {
            return Mistake(reason: "its host is malformed", help: nil)
        }
        let isPort = port.isEmpty || port == ":" || (port.first == ":" && UInt16(port.dropFirst()) != nil)
        return isPort ? nil : Mistake(reason: "its port is malformed", help: nil)
    }
}
