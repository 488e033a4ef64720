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
        entry.command = nil
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

    /// The lines of a command for a POSIX shell that sends the request again: a body may hold line breaks.
    var commandLines: [String] {
        (command ?? CurlCommand(request).description).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
