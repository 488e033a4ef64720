import CanaryModel
import Foundation

extension HTTPArchive.Entry {
    /// Whether nothing was answered, a status that refuses it, or a reply that broke off.
    var isBad: Bool {
        response.status == 0 || response.status >= 400 || error != nil && error != "net::ERR_ABORTED"
    }

    /// The requests of a HAR in their order, headers and bodies only of those that failed.
    ///
    /// - Throws: `DecodingError` where it is not one.
    static func list(ofHAR data: Data) throws -> [HTTPArchive.Entry] {
        try HTTPArchive(json: data).log.entries.map { $0.isBad ? $0 : $0.inShort }
    }

    private var inShort: HTTPArchive.Entry {
        var entry = self
        (entry.request.headers, entry.request.cookies, entry.request.postData) = ([], [], nil)
        (entry.response.headers, entry.response.cookies, entry.response.content.text) = ([], [], nil)
        return entry
    }

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

    /// The lines of ``command``: a body may hold line breaks, which are part of it.
    var commandLines: [String] {
        command.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// A command for a POSIX shell that sends the request again; what was masked stays so.
    var command: String {
        // Those of the connection and of HTTP/2 (`:path`) are curl's own to set.
        let headers = request.headers.filter { header in
            !header.name.hasPrefix(":")
                && !["host", "connection", "content-length"].contains(header.name.lowercased())
        }
        let body = request.postData.map { ["--data-raw \($0.text.shellQuoted)"] } ?? []
        let words = [
            "curl -i --compressed -X \(request.method.shellQuoted) --url \(request.url.shellQuoted)"
        ]
        return (words + headers.map { "-H \($0.line.shellQuoted)" } + body).joined(separator: " ")
    }
}

extension HTTPArchive.Pair {
    /// A header as it is sent.
    var line: String { "\(name): \(value)" }
}
