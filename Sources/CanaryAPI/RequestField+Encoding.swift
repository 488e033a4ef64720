import CanaryModel
import Foundation

extension [RequestField] {
    /// The fields as a query or a form has them: `a=1&b=x%20y`.
    var encoded: String {
        map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }
}

extension String {
    /// Everything but letters, digits and `-._~` percent-encoded (RFC 3986, section 2.3).
    fileprivate var percentEncoded: String {
        utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80
                && (Character(scalar).isLetter || Character(scalar).isNumber
                    || "-._~".unicodeScalars.contains(scalar))
            text += isPlain ? String(Character(scalar)) : String(format: "%%%02X", byte)
        }
    }

    /// The URL with fields added to its query.
    func adding(query: [RequestField]) -> String {
        if query.isEmpty { return self }
        let parts = split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts[0]
        let joint = !address.contains("?") ? "?" : address.hasSuffix("?") || address.hasSuffix("&") ? "" : "&"
        return address + joint + query.encoded + (parts.count > 1 ? "#" + parts[1] : "")
    }
}
