import CanaryModel

/// What was sent and what was answered of a request that failed, as its HAR has it.
struct RecordedExchange: Sendable, Hashable, Decodable {
    /// A header.
    struct Header: Sendable, Hashable, Decodable {
        let name: String
        let value: String

        /// As it is sent.
        var line: String { "\(name): \(value)" }
    }

    struct Request: Sendable, Hashable, Decodable {
        struct Body: Sendable, Hashable, Decodable {
            let text: String
        }

        let headers: [Header]
        let postData: Body?
    }

    struct Reply: Sendable, Hashable, Decodable {
        struct Content: Sendable, Hashable, Decodable {
            let text: String?
            let encoding: String?
        }

        let statusText: String
        let httpVersion: String
        let headers: [Header]
        let content: Content
    }

    /// How long each phase took, in ms; -1: there was none.
    struct Timings: Sendable, Hashable, Decodable {
        let blocked, dns, connect, send, wait, receive: Double
    }

    let request: Request
    let response: Reply
    let timings: Timings
    /// The address that answered.
    let serverIPAddress: String?
    /// The step in which it was sent, by its numbers.
    let _step: String?

    /// The body of the reply, where it was kept as text.
    var replyText: String? { response.content.encoding == nil ? response.content.text : nil }

    /// The phases that took time: `dns 12 ms, wait 340 ms`.
    var phases: String {
        let phases = [
            ("blocked", timings.blocked), ("dns", timings.dns), ("connect", timings.connect),
            ("send", timings.send), ("wait", timings.wait), ("receive", timings.receive),
        ]
        return phases.filter { $0.1 >= 0.5 }.map { "\($0.0) \(Int(clamped: $0.1).elapsed)" }
            .joined(separator: ", ")
    }

    /// A command for a POSIX shell that sends a request again; what was masked stays so.
    func command(_ method: String, _ url: String) -> String {
        // Those of the connection and of HTTP/2 (`:path`) are curl's own to set.
        let headers = request.headers.filter { header in
            !header.name.hasPrefix(":")
                && !["host", "connection", "content-length"].contains(header.name.lowercased())
        }
        let body = request.postData.map { ["--data-raw \($0.text.shellQuoted)"] } ?? []
        let words = ["curl -i --compressed -X \(method.shellQuoted) --url \(url.shellQuoted)"]
        return (words + headers.map { "-H \($0.line.shellQuoted)" } + body).joined(separator: " ")
    }
}
