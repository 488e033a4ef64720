extension HTTPArchive {
    /// What was answered.
    public struct Response: Sendable, Hashable, Codable {
        /// The body of a reply.
        public struct Content: Sendable, Hashable, Codable {
            /// Its size, in bytes, decoded.
            public var size = 0
            /// Its media type.
            public var mimeType = ""
            /// The body; `nil` where it was not asked for or is not to be had.
            public var text: String?
            /// `base64` where the body is not a text.
            public var encoding: String?
        }

        /// The status; 0 where nothing was answered.
        public var status = 0
        /// Its words.
        public var statusText = ""
        /// The version of HTTP.
        public var httpVersion = ""
        /// The cookies that were set, their values masked.
        public var cookies: [Pair] = []
        /// The headers, as received.
        public var headers: [Pair] = []
        /// The body.
        public var content = Content()
        /// Where a redirect leads to.
        public var redirectURL = ""
        /// Not known.
        public let headersSize = -1
        /// The size of the body on the wire, in bytes; -1: not known.
        public var bodySize = -1
        /// The size of all of it on the wire, in bytes.
        public var transferSize = 0

        /// Makes the response of a request that has none.
        public init() {}

        /// Reads one; what other versions do not write is left as it is without it.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            status = try fields.decode(Int.self, forKey: .status)
            statusText = try fields.decodeIfPresent(String.self, forKey: .statusText) ?? ""
            httpVersion = try fields.decodeIfPresent(String.self, forKey: .httpVersion) ?? ""
            cookies = try fields.decodeIfPresent([Pair].self, forKey: .cookies) ?? []
            headers = try fields.decodeIfPresent([Pair].self, forKey: .headers) ?? []
            content = try fields.decodeIfPresent(Content.self, forKey: .content) ?? Content()
            redirectURL = try fields.decodeIfPresent(String.self, forKey: .redirectURL) ?? ""
            bodySize = try fields.decodeIfPresent(Int.self, forKey: .bodySize) ?? -1
            transferSize = try fields.decodeIfPresent(Int.self, forKey: .transferSize) ?? 0
        }

        private enum CodingKeys: String, CodingKey {
            case status, statusText, httpVersion, cookies, headers, content, redirectURL, headersSize,
                bodySize
            case transferSize = "_transferSize"
        }
    }
}
