import CanaryModel

extension HTML {
    /// Writes, folded, what was sent and what was answered, with a command that sends it again.
    mutating func exchange(_ exchange: HTTPArchive.Entry) {
        element("details", ["class": "exchange"]) { html in
            html.element("summary", text: "Headers")
            html.facts(exchange.facts)
            html.copyButton(exchange.commandLines, "Copy as cURL")
        }
    }
}

extension HTTPArchive.Entry {
    /// What is known of it; without what is not.
    fileprivate var facts: [Fact] {
        let status = response.status == 0 ? "no reply" : "\(response.status) \(response.statusText)"
        let lines: [(String, [String])] = [
            (
                "sent",
                [
                    "\(startedDateTime.day) \(startedDateTime.timeOfDay) UTC"
                        + (step.map { ", step \($0)" } ?? "")
                ]
            ),
            ("URL", [request.url]),
            ("status", [[status, error, response.httpVersion].texts]),
            ("server", [serverIPAddress ?? ""]),
            ("took", [phases]),
            ("request", request.headers.map(\.line)),
            ("its body", [request.postData?.text ?? ""]),
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
