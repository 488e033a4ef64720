extension HTTPArchive {
    /// A request with what came of it.
    public struct Entry: Sendable, Hashable, Codable {
        /// The state of the browser's cache, which is not recorded.
        public struct Cache: Sendable, Hashable, Codable {}

        /// The page that it belongs to.
        public var pageref: String?
        /// When it was sent.
        public var startedDateTime: Timestamp
        /// How long it took, in ms.
        public var time: Double
        /// What was asked.
        public var request: Request
        /// What was answered; status 0 where nothing was.
        public var response: Response
        /// What the cache did.
        public let cache = Cache()
        /// The phases.
        public var timings: Timings
        /// The server's address.
        public var serverIPAddress: String?
        /// The number of the connection.
        public var connection: String?
        /// What it was for, as the browser names it: `Document`, `Script`, `Fetch`.
        public var resourceType: String
        /// Why nothing was answered.
        public var error: String?
        /// Whether the reply came from the browser's cache.
        public var isFromCache: Bool
        /// The step during which it was sent, by its numbers.
        public var step: String?
        /// A command for a shell that sends it again, where the request as it is kept does not tell it: with variables of the
        /// shell for secrets.
        public var command: String?

        /// Makes an entry.
        public init(startedDateTime: Timestamp, request: Request, resourceType: String) {
            self.startedDateTime = startedDateTime
            time = 0
            self.request = request
            response = Response()
            timings = Timings()
            self.resourceType = resourceType
            isFromCache = false
        }

        /// Reads one; what other versions do not write is left as it is without it.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                startedDateTime: try fields.decode(Timestamp.self, forKey: .startedDateTime),
                request: try fields.decode(Request.self, forKey: .request),
                resourceType: try fields.decodeIfPresent(String.self, forKey: .resourceType) ?? ""
            )
            time = try fields.decode(Double.self, forKey: .time)
            response = try fields.decode(Response.self, forKey: .response)
            timings = try fields.decodeIfPresent(Timings.self, forKey: .timings) ?? Timings()
            pageref = try fields.decodeIfPresent(String.self, forKey: .pageref)
            serverIPAddress = try fields.decodeIfPresent(String.self, forKey: .serverIPAddress)
            connection = try fields.decodeIfPresent(String.self, forKey: .connection)
            error = try fields.decodeIfPresent(String.self, forKey: .error)
            isFromCache = try fields.decodeIfPresent(Bool.self, forKey: .isFromCache) ?? false
            step = try fields.decodeIfPresent(String.self, forKey: .step)
            command = try fields.decodeIfPresent(String.self, forKey: .command)
        }

        private enum CodingKeys: String, CodingKey {
            case pageref, startedDateTime, time, request, response, cache, timings, serverIPAddress,
                connection
            case resourceType = "_resourceType"
            case error = "_error"
            case isFromCache = "_fromCache"
            case step = "_step"
            case command = "_command"
        }
    }

    /// The phases of a request, in ms; -1: there was none.
    public struct Timings: Sendable, Hashable, Codable {
        /// Waiting for a connection.
        public var blocked = -1.0
        /// Resolving the name.
        public var dns = -1.0
        /// Connecting, TLS included.
        public var connect = -1.0
        /// The part of it that TLS took.
        public var ssl = -1.0
        /// Sending.
        public var send = 0.0
        /// Waiting for the reply.
        public var wait = 0.0
        /// Receiving it.
        public var receive = 0.0

        /// Makes timings of which nothing is known.
        public init() {}

        /// All phases together.
        public var total: Double {
            [blocked, dns, connect, send, wait, receive].filter { $0 > 0 }.reduce(0, +)
        }
    }
}
