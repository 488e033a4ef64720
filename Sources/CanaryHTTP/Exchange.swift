/// One request and its reply: a link in the chain that redirects make.
struct Exchange: Sendable {
    let request: HTTPRequest
    let target: RequestTarget
    let deadline: ContinuousClock.Instant

    /// Throws an `HTTPError` of the code ``HTTPError/Code/badURL`` or ``HTTPError/Code/badRequest``.
    init(_ request: HTTPRequest, deadline: ContinuousClock.Instant) throws(HTTPError) {
        do {
            target = try RequestTarget(request.url)
        } catch {
            throw HTTPError(.badURL, request, error.reason)
        }
        self.request = request
        self.deadline = deadline
        try request.checkFields()
    }
}

extension HTTPError {
    init(_ code: Code, _ request: HTTPRequest, _ detail: String) {
        let url = RequestTarget.withoutCredentials(request.url)
        self.init(code: code, request: "\(request.method) \(url)", detail: detail)
    }
}

extension Exchange {
    /// The error of an exchange that was cancelled, or whose deadline passed, before it began.
    func reasonNotToStart(isCancelled: Bool) -> HTTPError? {
        if isCancelled { return .cancelled(request) }
        guard deadline <= .now else { return nil }
        return HTTPError(.timeout(.starting), request, "the deadline had passed before the request began")
    }
}

extension HTTPError {
    static func cancelled(_ request: HTTPRequest) -> HTTPError {
        HTTPError(.cancelled, request, "the task was cancelled")
    }
}
