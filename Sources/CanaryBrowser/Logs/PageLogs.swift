public import CanaryModel

/// What a page's console said and what went over its network, as far as it was read.
public struct PageLogs: Sendable {
    /// What the console said, in order.
    public private(set) var console: [ConsoleEntry] = []
    /// How many events of the network had a form that is not known.
    public private(set) var unread = 0
    private var network = NetworkRecorder()

    /// Makes logs of which nothing was read yet.
    public init() {}

    /// Takes in what is new.
    public mutating func take(_ batch: LogBatch) {
        console += batch.console
        for event in batch.events { network.take(event) }
        unread += batch.unread
    }

    /// The requests that are through and whose bodies were not asked for yet, for ``Page/bodies(of:until:)``.
    ///
    /// Each is reported once.
    public mutating func takeUnreadBodies() -> [String] { network.takeUnreadBodies() }

    /// Takes in bodies of replies.
    public mutating func take(_ bodies: [String: ResponseBody]) {
        for (id, body) in bodies { network.take(body, of: id) }
    }

    /// The cookies of the browser as its last requests had them, for ``Page/adopt(_:until:)``.
    public var cookies: BrowserCookies { BrowserCookies(cookies: network.cookies.all) }

    /// The network traffic: documents, and requests by their start.
    public var traffic: (pages: [HTTPArchive.Page], entries: [HTTPArchive.Entry]) {
        (network.pages, network.exchanges.map(\.entry))
    }

    /// How far the clocks of the network's log and of documents may be apart, in ms.
    private static let longestSkew = 1000

    /// The request that a document came by, the newest; `nil` where the log has none.
    public func request(of landing: Landing) -> (method: String, error: String?)? {
        let url = landing.url.prefix { $0 != "#" }
        // Not an earlier load of the same address, where that of this one is not in the log yet.
        let start = (landing.began?.milliseconds ?? 0) - Self.longestSkew
        let documents = network.exchanges.filter { exchange in
            guard exchange.entry.resourceType == "Document", !exchange.isCanceled,
                exchange.entry.startedDateTime.milliseconds >= start
            else { return false }
            return landing.isErrorPage
                ? exchange.entry.error != nil : exchange.entry.response.status == landing.status ?? 0
        }
        // A script of the page may have changed its address since.
        let found = documents.last { $0.entry.request.url == url } ?? documents.last
        return found.map { ($0.entry.request.method, $0.entry.error) }
    }

    /// The requests that failed, by their start; those that the page gave up itself are none.
    public var failedRequests: [FailedRequest] { network.exchanges.compactMap(\.failure) }

    /// How the requests ended that are through.
    public var statusCounts: StatusCounts {
        network.exchanges.reduce(into: StatusCounts()) { counts, exchange in
            switch exchange.entry.response.status {
            case 200..<300: counts.successes += 1
            case 300..<400: counts.redirects += 1
            case 400..<500: counts.clientErrors += 1
            case 500..<600: counts.serverErrors += 1
            default: if exchange.failure != nil { counts.failed += 1 }
            }
        }
    }
}
