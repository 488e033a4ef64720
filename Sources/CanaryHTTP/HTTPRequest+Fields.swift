extension HTTPRequest {
    /// Makes sure that it can be sent as it is.
    ///
    /// - Throws: ``HTTPError`` with code `badURL` or `badRequest` where it cannot.
    public func check() throws(HTTPError) { _ = try Exchange(self, deadline: .now + .seconds(1)) }

    /// Throws where the method or a header would end its line early, or contradict the body.
    func checkFields() throws(HTTPError) {
        guard Self.isToken(method) else {
            throw HTTPError(.badRequest, self, "'\(method)' is not a method")
        }
        for header in headers {
            guard Self.isToken(header.name) else {
                throw HTTPError(.badRequest, self, "'\(header.name)' is not a header's name")
            }
            guard !header.value.utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) else {
                throw HTTPError(.badRequest, self, "the value of \(header.name) contains a line break or NUL")
            }
            let name = header.name.lowercased()
            guard name != "content-length", name != "transfer-encoding" else {
                throw HTTPError(.badRequest, self, "\(header.name) follows from the body and cannot be set")
            }
        }
    }

    /// The codings that the request asks for, if any.
    var acceptedEncoding: String? {
        headers.first { $0.name.lowercased() == "accept-encoding" }?.value
    }

    /// The cookies that its headers name.
    var ownCookies: String? {
        let values = headers.filter { $0.name.lowercased() == "cookie" }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: "; ")
    }

    /// The headers as curl takes them: `Name: value`, `Name;` for an empty value, and `Name:` to leave
    /// out one that curl would add.
    var headerLines: [String] {
        var lines: [String] = []
        var hasContentType = false
        for header in headers {
            let name = header.name.lowercased()
            // curl sends this one itself, and only then decompresses.
            if name == "accept-encoding" { continue }
            if name == "cookie", cookieJar != nil { continue }
            if name == "content-type" { hasContentType = true }
            lines.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        // What is left out so, curl 7.88 signs all the same, as if it were empty.
        var isSigned: Bool { if case .aws? = credentials?.scheme { true } else { false } }
        if sendsBody, !isSigned {
            if !hasContentType { lines.append("Content-Type:") }
            lines.append("Expect:")
        }
        return lines
    }

    /// Whether a `Content-Length` goes out; for POST, PUT and PATCH even that of no body (RFC 9110, section 8.6).
    var sendsBody: Bool {
        body != nil || ["POST", "PUT", "PATCH"].contains(method)
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
