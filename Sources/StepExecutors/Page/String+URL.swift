import Foundation

extension String {
    /// The absolute URL that a reference leads to from `base`, as browsers resolve it; `nil` where it is not one.
    ///
    /// What may not stand in a URL is percent-encoded before Foundation reads it: where that has to do it, it encodes
    /// each `%` a second time.
    func resolved(against base: String?) -> String? {
        let base = base.flatMap { URL(string: $0.percentEncoded) }
        guard let url = URL(string: percentEncoded, relativeTo: base)?.absoluteURL, url.scheme != nil else {
            return nil
        }
        return url.absoluteString
    }

    /// The reference with what may not stand in it percent-encoded, the name of a host in its ASCII form.
    private var percentEncoded: String {
        let text = trimmed
        let authority = text.schemeAndAuthority
        let host =
            authority.isEmpty ? "" : URL(string: String(authority))?.absoluteString ?? String(authority)
        return text[authority.endIndex...].utf8.indices.reduce(into: host) { encoded, index in
            let byte = text.utf8[index]
            if byte.isAllowedInURL || byte == UInt8(ascii: "%") && text.utf8[index...].beginsEscape {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += String(format: "%%%02X", byte)
            }
        }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    fileprivate var trimmed: Substring {
        let begun = drop(while: \.isWhitespace)
        let end = begun.lastIndex { !$0.isWhitespace }.map(begun.index(after:)) ?? begun.startIndex
        return Substring(begun[..<end])
    }
}

extension Substring {
    /// What stands before the path of an absolute reference, or of one that begins with `//`; else nothing.
    fileprivate var schemeAndAuthority: Substring {
        let scheme = prefix { !"/?#".contains($0) }
        guard scheme.isEmpty || scheme.last == ":", self[scheme.endIndex...].hasPrefix("//") else {
            return self[..<startIndex]
        }
        let rest = self[scheme.endIndex...].dropFirst(2)
        return self[..<(rest.firstIndex { "/?#".contains($0) } ?? endIndex)]
    }
}

extension Substring.UTF8View {
    /// Whether a `%` is followed by two hexadecimal digits.
    fileprivate var beginsEscape: Bool {
        let digits = dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
}

extension UInt8 {
    /// Whether a character may stand in a path, query or fragment as it is (RFC 3986).
    fileprivate var isAllowedInURL: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/?#@!$&'()*+,;=".utf8.contains(self)
        }
    }
}
