extension HTTPArchive {
    /// A name with a value: a header, a part of a query, a cookie.
    public struct Pair: Sendable, Hashable, Codable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// Makes a pair.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What was sent.
    public struct Request: Sendable, Hashable, Codable {
        /// The body of a request.
        public struct PostData: Sendable, Hashable, Codable {
            /// Its media type.
            public var mimeType: String
            /// The body as text.
            public var text: String
        }

        /// The method.
        public var method: String
        /// The URL, without its fragment.
        public var url: String
        /// The version of HTTP.
        public var httpVersion = ""
        /// The cookies, their values masked.
        public var cookies: [Pair] = []
        /// The headers, as sent.
        public var headers: [Pair]
        /// The query of the URL, taken apart.
        public var queryString: [Pair]
        /// The body; `nil` where there is none.
        public var postData: PostData?
        /// Not known.
        public let headersSize = -1
        /// The size of the body, in bytes; -1: not known.
        public var bodySize: Int

        /// Makes a request.
        public init(method: String, url: String, headers: [Pair], body: String?) {
            self.method = method
            self.url = String(url.prefix { $0 != "#" })
            self.headers = headers
            queryString = Self.query(of: self.url)
            let type = headers.first { $0.name.lowercased() == "content-type" }?.value
            postData = body.map { PostData(mimeType: type ?? "", text: $0) }
            bodySize = body?.utf8.count ?? 0
        }

        /// Reads one; what other versions do not write is left as it is without it.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                method: try fields.decode(String.self, forKey: .method),
                url: try fields.decode(String.self, forKey: .url),
                headers: try fields.decodeIfPresent([Pair].self, forKey: .headers) ?? [],
                body: nil
            )
            httpVersion = try fields.decodeIfPresent(String.self, forKey: .httpVersion) ?? ""
            cookies = try fields.decodeIfPresent([Pair].self, forKey: .cookies) ?? []
            queryString = try fields.decodeIfPresent([Pair].self, forKey: .queryString) ?? queryString
            postData = try fields.decodeIfPresent(PostData.self, forKey: .postData)
            bodySize = try fields.decodeIfPresent(Int.self, forKey: .bodySize) ?? bodySize
        }

        private static func query(of url: String) -> [Pair] {
            guard let start = url.firstIndex(of: "?") else { return [] }
            return url[url.index(after: start)...].split(separator: "&").map { part in
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init
                )
                return Pair(name: sides[0], value: sides.count > 1 ? sides[1] : "")
            }
        }
    }
}
