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
    ///   - secrets: Secrets of the flow by their names, for a command that sends it again.
    ///   - redactor: Masks the secrets of the flow.
    init(
        _ message: HTTPRequest,
        at started: Timestamp,
        reply: HTTPResponse?,
        error: String?,
        secrets: [String: String],
        redactor: Redactor
    ) {
        let body = message.body.flatMap(Self.beginning(of:))
        let sent = HTTPArchive.Request(
            method: message.method,
            url: reply.flatMap { $0.redirectCount == 0 ? $0.effectiveURL : nil } ?? message.shownURL,
            headers: message.headers.map { HTTPArchive.Pair(name: $0.name, value: $0.value) },
            body: body
        )
        self.init(startedDateTime: started, request: sent, resourceType: "Request")
        request.bodySize = message.body?.count ?? 0
        if message.credentials != nil {
            request.headers.append(.init(name: "Authorization", value: Redactor.mask))
        }
        let isWhole = request.bodySize <= Self.longestBody && (body?.utf8.count ?? 0) == request.bodySize
        let again = CurlCommand(
            sent,
            credentials: message.credentials?.inCurl,
            body: isWhole ? .asKept : .elsewhere,
            secrets: secrets
        )
        // Any other follows from what is kept of the request.
        if !isWhole || message.credentials != nil || again.namesSecrets { command = again.description }
        self.error = error
        if let reply { take(reply) }
        self = redacted(by: redactor)
        if let text = request.postData?.text { request.postData?.text = text.cut(to: Self.longestBody) }
        response.content.text = response.content.text?.cut(to: Self.longestBody)
    }

    private mutating func take(_ reply: HTTPResponse) {
        time = reply.timings.total / .milliseconds(1)
        timings = HTTPArchive.Timings(reply.timings, isReused: reply.isConnectionReused)
        response.status = reply.status
        response.statusText = reply.reason
        response.httpVersion = reply.version.isEmpty ? "" : "HTTP/\(reply.version)"
        response.headers = reply.headers.map { HTTPArchive.Pair(name: $0.name, value: $0.value) }
        response.content.size = reply.body.count
        response.content.mimeType = reply.headers.values("Content-Type").first ?? ""
        response.content.text = Self.beginning(of: reply.body)
        response.bodySize =
            reply.headers.values("Content-Length").first.flatMap { Int($0) } ?? reply.body.count
        response.transferSize = response.bodySize
        request.httpVersion = response.httpVersion
        if !reply.address.isEmpty { serverIPAddress = reply.address }
        // The request that was redirected has no entry of its own.
        if reply.redirectCount > 0 { response.redirectURL = reply.effectiveURL }
    }

    /// The beginning of a body as text; `nil` where it is not text, or empty.
    private static func beginning(of body: Data) -> String? {
        // It is cut once secrets are masked: one that is cut off here ends far behind what is kept.
        let text =
            String(validating: body.prefix(2 * longestBody), as: UTF8.self)
            ?? String(validating: body.prefix(2 * longestBody - 3), as: UTF8.self)
        return text?.isEmpty == true ? nil : text
    }
}

extension HTTPCredentials {
    /// What curl takes for them.
    fileprivate var inCurl: CurlCommand.Credentials {
        switch scheme {
        case .basic: credentials("-u")
        case .digest: credentials("--digest -u")
        case .aws(let region, let service):
            credentials(
                "--aws-sigv4 \("aws:amz:\(region):\(service)".shellQuoted) -u",
                "AWS_SECRET_ACCESS_KEY"
            )
        }
    }

    private func credentials(_ options: String, _ variable: String = "PASSWORD") -> CurlCommand.Credentials {
        CurlCommand.Credentials(options: options, user: user, password: password, variable: variable)
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
