extension DemoSite {
    /// A request as it arrived.
    public struct Request: Sendable, Hashable {
        /// The method, as sent: `GET`.
        public let method: String
        /// The path, percent-decoded, without the query.
        public let path: String
        /// The fields of the query, in order.
        public let query: FormFields
        /// The headers, in order.
        public let headers: [Header]
        /// The body.
        public let body: [UInt8]

        let isHTTP10: Bool

        init(_ head: RequestHead, body: [UInt8]) {
            method = head.method
            headers = head.headers
            isHTTP10 = head.version == "HTTP/1.0"
            self.body = body
            // The absolute form, as proxies are sent it, names the origin first.
            var target = head.target[...]
            if target.hasPrefix("http://") {
                target = target.dropFirst(7).drop { $0 != "/" }
            }
            let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            path = String(parts.first ?? "/").percentDecoded()
            query = FormFields(urlEncoded: parts.count > 1 ? String(parts[1]) : "")
        }

        /// The value of the first header with this name, in any case.
        public func header(_ name: String) -> String? {
            headers.first { $0.isNamed(name) }?.value
        }

        /// The body as text.
        public var text: String {
            String(decoding: body, as: UTF8.self)
        }

        /// The fields of a URL-encoded form; none where the body is something else.
        public var form: FormFields {
            guard header("Content-Type")?.hasPrefix("application/x-www-form-urlencoded") == true else {
                return FormFields(urlEncoded: "")
            }
            return FormFields(urlEncoded: text)
        }

        /// The value of a cookie.
        public func cookie(_ name: String) -> String? {
            let pairs = headers.filter { $0.isNamed("Cookie") }.flatMap { $0.value.split(separator: ";") }
            return pairs.map { $0.trimmingSpaces() }.first { $0.hasPrefix(name + "=") }.map {
                String($0.dropFirst(name.count + 1))
            }
        }

        var asksToClose: Bool {
            let connection = header("Connection")?.lowercased()
            return isHTTP10 ? connection != "keep-alive" : connection == "close"
        }
    }
}

extension String {
    /// The text with each `%XX` replaced by its byte; what is no such escape stays.
    func percentDecoded() -> String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
                let escaped = UInt8(digits, radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
