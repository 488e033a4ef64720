import CCurl
import Foundation

/// One exchange under way: its easy handle, what has come of the reply, and who waits for it.
final class Transfer {
    let handle: EasyHandle
    let exchange: Exchange
    let reply: PendingReply
    var reason = ""
    var headers = HTTPHeaders()
    var headerSize = 0
    var body = Data()
    /// The part of the reply that was refused because it was over its limit.
    var excess: (part: String, limit: Int)?
    /// Whether the empty line has come that ends the header.
    var isHeaderWhole = false
    /// What contradicts itself in the reply's header, which was refused for that.
    var contradiction: String?
    /// The sockets that were opened for it.
    var sockets: [Int32] = []
    /// When it began.
    let began = ContinuousClock.now
    /// When the request first went out on a connection.
    var sentAt: ContinuousClock.Instant?
    /// How long after that curl was kept from sending it a second time.
    var silence: Duration?

    private let certificates: SeenCertificates

    init(
        _ exchange: Exchange,
        on handle: EasyHandle,
        reply: PendingReply,
        certificates: SeenCertificates
    ) {
        self.certificates = certificates
        self.exchange = exchange
        self.handle = handle
        self.reply = reply
    }

    /// What the transfer came to, once curl has said so.
    func outcome(_ code: CURLcode) -> PendingReply.Outcome {
        if code != CURLE_OK { return .failure(error(code)) }
        // curl takes the end of the connection for the end of the header.
        let cut = "the connection ended in the middle of the reply's header"
        return isHeaderWhole
            ? .success(response) : .failure(HTTPError(.malformedReply, exchange.request, cut))
    }

    /// How long the transfer took.
    var duration: Duration { .microseconds(handle.quantity(CURLINFO_TOTAL_TIME_T)) }

    /// Whether little memory is lost when the handle, and the copy of the body it keeps, is kept.
    var isSmall: Bool { exchange.request.body?.count ?? 0 <= 64 << 10 }

    private var response: HTTPResponse {
        var response = HTTPResponse(
            status: handle.number(CURLINFO_RESPONSE_CODE),
            reason: reason,
            headers: headers,
            body: body,
            timings: HTTPTimings(of: handle),
            isConnectionReused: handle.number(CURLINFO_NUM_CONNECTS) == 0,
            effectiveURL: RequestTarget.withoutCredentials(exchange.request.url)
        )
        response.version = HTTPResponse.versions[handle.number(CURLINFO_HTTP_VERSION)] ?? ""
        response.address = handle.string(CURLINFO_PRIMARY_IP) ?? ""
        if exchange.target.scheme == "https" { response.certificate = certificates.certificate(of: handle) }
        response.cookies = headers.values("Set-Cookie")
        if (300...399).contains(response.status) {
            response.redirectURL = handle.string(CURLINFO_REDIRECT_URL)
        }
        return response
    }
}

extension HTTPResponse {
    /// The versions of HTTP by curl's numbers.
    fileprivate static let versions = [1: "1.0", 2: "1.1", 3: "2", 30: "3"]
}

extension HTTPTimings {
    fileprivate init(of handle: EasyHandle) {
        func time(_ info: CURLINFO) -> Duration { .microseconds(handle.quantity(info)) }
        self.init(
            nameLookup: time(CURLINFO_NAMELOOKUP_TIME_T),
            connect: time(CURLINFO_CONNECT_TIME_T),
            tls: time(CURLINFO_APPCONNECT_TIME_T),
            request: time(CURLINFO_PRETRANSFER_TIME_T),
            firstByte: time(CURLINFO_STARTTRANSFER_TIME_T),
            total: time(CURLINFO_TOTAL_TIME_T)
        )
    }
}
