import CanaryModel

extension HTML {
    /// How many requests of an attempt the report lists: the HAR has them all.
    private static let mostRequests = 300

    /// Writes what the requests came to, and below it, folded, the requests with bars on the attempt's time line.
    mutating func requests(_ attempt: AttemptResult, of flow: FlowResult) {
        guard let counts = attempt.statusCounts else { return }
        let requests = listed(attempt)
        guard !requests.isEmpty else { return element("p", ["class": "counts"]) { $0.counts(counts) } }
        element("details", ["class": "requests"]) { html in
            html.element("summary", ["class": "counts"]) { $0.counts(counts) }
            html.element("ol", ["aria-label": "Requests"]) { html in
                for (index, request) in requests.enumerated() {
                    let id = request.isBad ? Self.identifier(ofRequest: index, of: attempt, of: flow) : nil
                    html.request(request, id: id, of: attempt)
                }
            }
            let others = html.recorded(attempt).count - requests.count
            if others > 0 {
                html.element("p", ["class": "rest"], text: "and \(others) others, which the HAR has")
            }
        }
    }

    /// The identifier of the element of a request that failed.
    static func identifier(ofRequest index: Int, of attempt: AttemptResult, of flow: FlowResult) -> String {
        "request-\(flow.name)-\(attempt.number)-\(index)"
    }

    /// The requests that the report lists: the first, and of the others those that failed.
    func listed(_ attempt: AttemptResult) -> [HTTPArchive.Entry] {
        let requests = recorded(attempt)
        return Array(requests.prefix(Self.mostRequests))
            + requests.dropFirst(Self.mostRequests).filter(\.isBad).prefix(Self.mostRequests)
    }

    private func recorded(_ attempt: AttemptResult) -> [HTTPArchive.Entry] {
        attempt.evidence.network.flatMap { recorded[$0] } ?? []
    }

    private mutating func counts(_ counts: StatusCounts) {
        let classes: [(String, Int, String)] = [
            ("2xx", counts.successes, "ok"), ("3xx", counts.redirects, "ok"),
            ("4xx", counts.clientErrors, "bad"),
            ("5xx", counts.serverErrors, "bad"), ("without reply", counts.failed, "bad"),
        ]
        text("Requests: ")
        for (name, count, kind) in classes where count > 0 {
            element("span", ["class": "status \(kind)"], text: "\(count) × \(name)")
        }
        if counts == StatusCounts() { text("none") }
    }

    private mutating func request(_ request: HTTPArchive.Entry, id: String?, of attempt: AttemptResult) {
        element("li", ["id": id]) { html in
            html.time(request.startedDateTime)
            html.element(
                "span",
                ["class": request.isBad ? "status bad" : "status"],
                text: request.response.status == 0 ? "–" : String(request.response.status)
            )
            html.element("span", ["class": "method"], text: request.request.method.cut(to: 20))
            html.element("code", ["class": "url"], text: request.request.url.cut(to: 200))
            html.element("span", ["class": "type"], text: request.kind)
            html.element("span", ["class": "time"], text: Int(clamped: request.time).elapsed)
            html.bar(from: request.startedDateTime, for: request.time, of: attempt)
            if request.isBad { html.exchange(request) }
        }
    }
}

extension HTTPArchive.Entry {
    /// Why there is no reply, or what it was for and how large it was on the wire.
    fileprivate var kind: String {
        if let error { return error.cut(to: 100) }
        let size = response.transferSize
        let bytes = size < 1000 ? "\(size) B" : "\((size + 500) / 1000) kB"
        return [resourceType.cut(to: 30), isFromCache ? "cache" : bytes].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
