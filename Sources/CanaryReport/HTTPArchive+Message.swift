import CanaryModel
import Foundation

extension HTTPArchive.Entry {
    /// What was sent and answered as text, as `curl -v` has it: lines with `>` and `<`, the phases, and the cURL command.
    ///
    /// - Parameter longest: How much of each body is in it, in characters; JSON stands in lines.
    /// - Returns: The lines.
    func messageLines(bodyUpTo longest: Int) -> [String] {
        let sent = requestLines + Self.bodyLines(request.postData?.text, longest)
        let answered = responseLines + Self.bodyLines(replyText, longest)
        let phases = namedPhases.isEmpty ? [] : ["phases: " + phaseWords]
        return sent.map { "> " + $0 } + answered.map { "< " + $0 } + phases + commandLines
    }

    /// The request's first line and its headers.
    var requestLines: [String] { ["\(request.method) \(request.url)"] + request.headers.map(\.line) }

    /// The response's first line and its headers.
    var responseLines: [String] { [statusLine] + response.headers.map(\.line) }

    /// `HTTP/1.1 201 Created`; why nothing was answered.
    var statusLine: String {
        if response.status == 0 { return error ?? "no reply" }
        return [response.httpVersion, "\(response.status)", response.statusText].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The phases that took time, in their order, in ms.
    var namedPhases: [(name: String, time: Double)] {
        let connect = timings.ssl > 0 ? timings.connect - timings.ssl : timings.connect
        return [
            ("redirects", timings.blocked), ("dns", timings.dns), ("connect", connect), ("tls", timings.ssl),
            ("first byte", timings.wait), ("transfer", timings.receive),
        ].filter { $0.1 > 0 }
    }

    /// `dns 0.4 ms · first byte 12 ms`.
    var phaseWords: String {
        namedPhases.map { "\($0.name) \($0.time.shortMilliseconds)" }.joined(separator: " · ")
    }

    private static func bodyLines(_ body: String?, _ longest: Int) -> [String] {
        guard let body, !body.isEmpty else { return [] }
        let lines = body.jsonInLines.cut(to: longest).split(separator: "\n", omittingEmptySubsequences: false)
        return [""] + lines.map(String.init)
    }
}

extension HTTPArchive.Pair {
    /// A header as it is sent.
    var line: String { "\(name): \(value)" }
}

extension String {
    /// JSON in lines, anything else as it is.
    var jsonInLines: String {
        guard let first = utf8.first(where: { $0 > 32 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return self }
        do {
            return try JSONValue(parsing: Data(utf8)).writtenInLines
        } catch {
            return self  // not JSON, or cut off
        }
    }
}

extension Double {
    /// `0.4 ms`, `12 ms`.
    fileprivate var shortMilliseconds: String {
        guard self < 10 else { return Int(clamped: self).elapsed }
        let tenths = Int(clamped: (self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
