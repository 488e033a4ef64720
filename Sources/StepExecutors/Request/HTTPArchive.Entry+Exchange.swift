import CanaryHTTP
import CanaryModel
import Foundation

extension HTTPArchive.Entry {
    /// How much of a body is kept, in characters.
    private static let longestBody = 64 << 10

    /// A request of a step and what came of it, secrets masked before bodies are cut.
    ///
    /// - Parameters:
    ///   - message: What was sent.
    ///   - started: When.
    ///   - reply: What was answered; `nil` where nothing was.
    ///   - error: Why nothing was answered.
    ///   - redactor: Masks the secrets of the flow.
    init(
        _ message: HTTPRequest,
        at started: Timestamp,
        reply: HTTPResponse?,
        error: String?,
        redactor: Redactor
    ) {
        var headers = message.headers.map { HTTPArchive.Pair(name: $0.name, value: $0.value) }
        if message.credentials != nil { headers.append(.init(name: "Authorization", value: Redactor.mask)) }
        self.init(
            startedDateTime: started,
            request: HTTPArchive.Request(
                method: message.method,
                url: reply.flatMap { $0.redirectCount == 0 ? $0.effectiveURL : nil } ?? message.shownURL,
                headers: headers,
                body: message.body.flatMap { Self.text($0, redactor) }
            ),
            resourceType: "Request"
        )
        request.bodySize = message.body?.count ?? 0
        self.error = error
        if let reply { take(reply, redactor) }
        self = redacted(by: redactor)
    }

    private mutating func take(_ reply: HTTPResponse, _ redactor: Redactor) {
        time = reply.timings.total / .milliseconds(1)
        timings = HTTPArchive.Timings(reply.timings, isReused: reply.isConnectionReused)
        response.status = reply.status
        response.statusText = reply.reason
        response.httpVersion = reply.version.isEmpty ? "" : "HTTP/\(reply.version)"
        response.headers = reply.headers.map { HTTPArchive.Pair(name: $0.name, value: $0.value) }
        response.content.size = reply.body.count
        response.content.mimeType = reply.headers.values("Content-Type").first ?? ""
        response.content.text = Self.text(reply.body, redactor)
        response.bodySize =
            reply.headers.values("Content-Length").first.flatMap { Int($0) } ?? reply.body.count
        response.transferSize = response.bodySize
        request.httpVersion = response.httpVersion
        // The request that was redirected has no entry of its own.
        if reply.redirectCount > 0 { response.redirectURL = reply.effectiveURL }
    }

    /// The beginning of a body as text; `nil` where it is not text.
    private static func text(_ body: Data, _ redactor: Redactor) -> String? {
        // A secret that is cut off here ends far behind what is kept.
        guard
            let text = String(validating: body.prefix(2 * longestBody), as: UTF8.self)
                ?? String(validating: body.prefix(2 * longestBody - 3), as: UTF8.self)
        else { return nil }
        return text.isEmpty ? nil : redactor.redact(text).cut(to: longestBody)
    }
}

extension HTTPArchive.Timings {
    fileprivate init(_ timings: HTTPTimings, isReused: Bool) {
        self.init()
        func milliseconds(_ duration: Duration) -> Double { max(0, duration / .milliseconds(1)) }
        if !isReused {
            dns = milliseconds(timings.nameLookup)
            connect = milliseconds(max(timings.connect, timings.tls) - timings.nameLookup)
            if timings.tls > .zero { ssl = milliseconds(timings.tls - timings.connect) }
        }
        send = 0
        wait = milliseconds(timings.firstByte - timings.request)
        receive = milliseconds(timings.total - timings.redirects - timings.firstByte)
        if timings.redirects > .zero { blocked = milliseconds(timings.redirects) }
    }
}
