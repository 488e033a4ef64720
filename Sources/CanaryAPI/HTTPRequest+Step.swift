package import CanaryHTTP
package import CanaryModel
import Foundation

extension HTTPRequest {
    /// The request of a step, to an absolute URL.
    package init(_ request: Request, url: String, version: String) {
        var headers = request.headers.map { HTTPHeader(name: $0.name, value: $0.value) }
        func add(_ name: String, _ value: String) {
            guard !headers.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
            headers.append(HTTPHeader(name: name, value: value))
        }
        var credentials: HTTPCredentials?
        switch request.authentication {
        case .basic(let auth): credentials = HTTPCredentials(user: auth.username, password: auth.password)
        case .bearer(let token): add("Authorization", "Bearer \(token)")
        case nil: break
        }
        add("User-Agent", "canary/\(version)")
        if let body = request.body { add("Content-Type", body.mediaType) }
        add("Accept-Encoding", "gzip, deflate")
        self.init(
            method: request.method,
            url: url.adding(query: request.query),
            headers: headers,
            body: request.body?.data,
            maximumResponseSize: request.maximumBodySize,
            maximumRedirects: request.followsRedirects ? 10 : 0,
            credentials: credentials,
            acceptsInvalidCertificates: request.acceptsInvalidCertificates
        )
    }
}

extension RequestBody {
    /// The bytes that are sent.
    fileprivate var data: Data {
        switch self {
        case .json(let value): Data(value.written.utf8)
        case .form(let fields): Data(fields.encoded.utf8)
        case .text(let text): Data(text.utf8)
        }
    }
}

extension [RequestField] {
    /// The fields as a query or a form has them: `a=1&b=x%20y`.
    fileprivate var encoded: String {
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
    fileprivate func adding(query: [RequestField]) -> String {
        if query.isEmpty { return self }
        let parts = split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts[0]
        let joint = !address.contains("?") ? "?" : address.hasSuffix("?") || address.hasSuffix("&") ? "" : "&"
        return address + joint + query.encoded + (parts.count > 1 ? "#" + parts[1] : "")
    }
}
