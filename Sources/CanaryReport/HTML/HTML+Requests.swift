import CanaryModel

extension HTML {
    /// How many requests of an attempt the report lists: the HAR has them all.
    private static let mostRequests = 300

    /// Writes what the requests came to, and below it, folded, the requests with bars on the attempt's time line.
    mutating func requests(_ attempt: AttemptResult) {
        guard let counts = attempt.statusCounts else { return }
        let requests = attempt.evidence.network.flatMap { recorded[$0] } ?? []
        guard !requests.isEmpty else { return element("p", ["class": "counts"]) { $0.counts(counts) } }
        element("details", ["class": "requests"]) { html in
            html.element("summary", ["class": "counts"]) { $0.counts(counts) }
            html.element("ol", ["aria-label": "Requests"]) { html in
                for request in requests.prefix(Self.mostRequests) { html.request(request, of: attempt) }
            }
            if requests.count > Self.mostRequests {
                let others = requests.count - Self.mostRequests
                html.element("p", ["class": "rest"], text: "and \(others) others, which the HAR has")
            }
        }
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

    private mutating func request(_ request: RecordedRequest, of attempt: AttemptResult) {
        element("li") { html in
            html.element(
                "span",
                ["class": request.isBad ? "status bad" : "status"],
                text: request.status == 0 ? "–" : String(request.status)
            )
            html.element("span", ["class": "method"], text: request.method.cut(to: 20))
            html.element("code", ["class": "url"], text: request.url.cut(to: 200))
            html.element("span", ["class": "type"], text: request.kind)
            html.element("span", ["class": "time"], text: Int(request.time.rounded()).elapsed)
            html.bar(from: request.started, for: request.time, of: attempt)
        }
    }
}

extension RecordedRequest {
    fileprivate var isBad: Bool { status == 0 || status >= 400 }

    /// Why there is no reply, or what it was for and how large it was on the wire.
    fileprivate var kind: String {
        if let error { return error.cut(to: 100) }
        let bytes = size.map { $0 < 1000 ? "\($0) B" : "\(($0 + 500) / 1000) kB" }
        return [type?.cut(to: 30), isFromCache ? "cache" : bytes].compactMap(\.self).joined(separator: ", ")
    }
}
