import CanaryModel

/// Makes requests of the events of the network, as they are read piece by piece.
struct NetworkRecorder: Sendable {
    /// A request that goes on or is through, and one hop of it where it was redirected.
    struct Exchange: Sendable {
        /// The browser's identifier, the same for all hops.
        let id: String
        var entry: HTTPArchive.Entry
        /// When it was sent, in seconds of the browser's clock.
        var sent: Double
        var timing: NetworkEvent.Timing?
        var isOver = false
        var isCanceled = false
        /// Whether its body was asked for.
        var isBodyRead = false
    }

    /// All requests to servers, by their start.
    private(set) var exchanges: [Exchange] = []
    /// The documents.
    private(set) var pages: [HTTPArchive.Page] = []
    /// The hops of each request, by the browser's identifier.
    private var hops: [String: [Int]] = [:]
    /// Headers as they were on the wire, which may come before anything else of a request.
    private var sentHeaders: [String: [[String: String]]] = [:]
    private var receivedHeaders: [String: [[String: String]]] = [:]
    /// When the newest page was asked for, in seconds of the browser's clock.
    private var pageStart = 0.0
    private var mainFrame: String?
    /// The cookies that requests had.
    private(set) var cookies = SentCookies()

    /// Takes an event in.
    mutating func take(_ event: NetworkEvent) {
        let parameters = event.params
        guard let id = parameters.requestId else { return note(event) }
        switch event.method {
        case "Network.requestWillBeSent": begin(id, parameters)
        case "Network.requestWillBeSentExtraInfo":
            sentHeaders[id, default: []].append(parameters.headers ?? [:])
            let host = parameters.headers?["Host"] ?? parameters.headers?[":authority"]
            cookies.take(parameters.associatedCookies ?? [], host: host)
            applyHeaders(id)
        case "Network.responseReceivedExtraInfo":
            receivedHeaders[id, default: []].append(parameters.headers ?? [:])
            applyHeaders(id)
        case "Network.responseReceived":
            change(id) { $0.receive(parameters.response) }
            applyHeaders(id)
        case "Network.requestServedFromCache": change(id) { $0.entry.isFromCache = true }
        case "Network.dataReceived":
            change(id) { $0.receive(bytes: parameters.dataLength) }
        case "Network.loadingFinished":
            change(id) { $0.end(at: parameters.timestamp, size: parameters.encodedDataLength) }
        case "Network.loadingFailed":
            change(id) { $0.fail(at: parameters.timestamp, parameters.errorText, parameters.canceled) }
        default: takeSocket(event, id)
        }
    }

    /// The requests that are through and whose body was not asked for yet, which they then count as.
    mutating func takeUnreadBodies() -> [String] {
        var ids: [String] = []
        for index in exchanges.indices {
            let exchange = exchanges[index]
            guard exchange.isOver, !exchange.isBodyRead else { continue }
            exchanges[index].isBodyRead = true
            let isReply = exchange.entry.error == nil && exchange.entry.response.redirectURL.isEmpty
            // The flow may not be allowed to read a file; its own it has.
            let isFile = exchange.entry.request.url.hasPrefix("file:")
            if isReply, !isFile { ids.append(exchange.id) }
        }
        return ids
    }

    /// Takes in the body of a reply.
    mutating func take(_ body: ResponseBody, of id: String) {
        change(id) { exchange in
            exchange.entry.response.content.text = body.body
            exchange.entry.response.content.encoding = body.base64Encoded ? "base64" : nil
        }
    }

    private mutating func begin(_ id: String, _ parameters: NetworkEvent.Parameters) {
        guard let request = parameters.request, let url = request.url, url.hasPrefix("http"),
            let sent = parameters.timestamp, let wall = parameters.wallTime
        else { return }
        if let redirect = parameters.redirectResponse {
            change(id) { exchange in
                exchange.receive(redirect)
                exchange.entry.response.redirectURL = url
                exchange.end(at: sent, size: redirect.encodedDataLength)
            }
        }
        let start = Timestamp(milliseconds: Int(clamped: wall * 1000))
        if isPage(id, parameters) {
            mainFrame = parameters.frameId
            if parameters.redirectResponse == nil { beginPage(url, start, at: sent) }
        }
        let entry = HTTPArchive.Entry(
            startedDateTime: start,
            request: HTTPArchive.Request(
                method: request.method ?? "GET",
                url: url,
                headers: request.headers.pairs,
                body: request.postData
            ),
            resourceType: parameters.type ?? "Other"
        )
        add(Exchange(id: id, entry: entry, sent: sent))
        applyHeaders(id)
    }

    /// Adds a request that begins, or a hop of it.
    mutating func add(_ exchange: Exchange) {
        hops[exchange.id, default: []].append(exchanges.count)
        exchanges.append(exchange)
        exchanges[exchanges.count - 1].entry.pageref = pages.last?.id
    }

    /// Whether a request is for a document of the top frame, which is that of the first one.
    private func isPage(_ id: String, _ parameters: NetworkEvent.Parameters) -> Bool {
        guard parameters.type == "Document", parameters.loaderId == id else { return false }
        return (mainFrame ?? parameters.frameId) == parameters.frameId
    }

    private mutating func beginPage(_ url: String, _ start: Timestamp, at sent: Double) {
        pages.append(HTTPArchive.Page(startedDateTime: start, id: "page_\(pages.count + 1)", title: url))
        pageStart = sent
    }

    /// Changes a request, the last hop of it.
    mutating func change(_ id: String, _ body: (inout Exchange) -> Void) {
        guard let index = hops[id]?.last else { return }
        body(&exchanges[index])
    }

    private mutating func applyHeaders(_ id: String) {
        for (hop, index) in (hops[id] ?? []).enumerated() {
            if let headers = sentHeaders[id], headers.indices.contains(hop) {
                exchanges[index].entry.request.setHeaders(headers[hop].pairs)
            }
            if let headers = receivedHeaders[id], headers.indices.contains(hop) {
                exchanges[index].entry.response.setHeaders(headers[hop].pairs)
            }
        }
    }

    /// Notes how far the newest page is.
    private mutating func note(_ event: NetworkEvent) {
        guard let time = event.params.timestamp, let last = pages.indices.last else { return }
        let elapsed = ((time - pageStart) * 1000).rounded(toPlaces: 3)
        switch event.method {
        case "Page.domContentEventFired": pages[last].pageTimings.onContentLoad = elapsed
        case "Page.loadEventFired": pages[last].pageTimings.onLoad = elapsed
        default: break
        }
    }
}

extension [String: String] {
    /// Headers in the order of their names; the values of one that came several times are lines.
    var pairs: [HTTPArchive.Pair] {
        sorted { $0.key < $1.key }.flatMap { name, value in
            value.split(separator: "\n", omittingEmptySubsequences: false).map {
                HTTPArchive.Pair(name: name, value: String($0))
            }
        }
    }
}

extension Double {
    /// Rounded to so many decimal places; 0 for what is not finite then, which no archive can hold.
    func rounded(toPlaces places: Int) -> Double {
        let factor = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
        let rounded = (self * factor).rounded() / factor
        return rounded.isFinite ? rounded : 0
    }
}
