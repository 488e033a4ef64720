import CanaryModel

extension HTML {
    /// Writes, folded, what was sent and what was answered, with a command that sends it again.
    mutating func exchange(_ exchange: RecordedExchange, of request: RecordedRequest) {
        element("details", ["class": "exchange"]) { html in
            html.element("summary", text: "Headers")
            html.facts(exchange.facts(of: request))
            html.copyButton([exchange.command(request.method, request.url)], "Copy as cURL")
        }
    }
}

extension RecordedExchange {
    /// What is known of it; without what is not.
    fileprivate func facts(of request: RecordedRequest) -> [Fact] {
        let status = request.status == 0 ? "no reply" : "\(request.status) \(response.statusText)"
        let lines: [(String, [String])] = [
            (
                "sent",
                [
                    "\(request.started.day) \(request.started.timeOfDay) UTC"
                        + (_step.map { ", step \($0)" } ?? "")
                ]
            ),
            ("URL", [request.url]),
            ("status", [[status, request.error, response.httpVersion].texts]),
            ("server", [serverIPAddress ?? ""]),
            ("took", [phases]),
            ("request", self.request.headers.map(\.line)),
            ("its body", [self.request.postData?.text ?? ""]),
            ("reply", response.headers.map(\.line)),
            ("its body", [replyText ?? ""]),
        ]
        return lines.compactMap { label, values in
            let values = values.filter { !$0.isEmpty }.prefix(60).map { $0.cut(to: 2000) }
            return values.isEmpty ? nil : Fact(label, values)
        }
    }
}

extension [String?] {
    fileprivate var texts: String {
        compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
