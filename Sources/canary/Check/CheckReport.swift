import CanaryModel
import CanaryReport
import Foundation
import StepExecutors

/// What `canary check` says.
struct CheckReport: Sendable {
    /// What came of each URL, in the order that they were given.
    let results: [(url: String, result: RequestProbe.Result)]

    /// A table with the phases of each, and below a URL why it did not pass.
    func table(isColored: Bool) -> String {
        let head = [
            "", "URL", "Status", "DNS", "Connect", "TLS", "First byte", "Transfer", "Total", "Certificate",
        ]
        let rows = results.map { url, result in
            [mark(result.outcome), url.printable(upTo: 60)] + result.cells
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = zip([head] + rows, [nil] + results.map { Optional($0.result) }).map { row, result in
            let cells = zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column < 3 ? cell.0 + padding : padding + cell.0
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            guard let result else { return line + "\n" }
            return paint(line, result.outcome, isColored) + "\n" + reasons(result)
        }
        return lines.joined()
    }

    private func reasons(_ result: RequestProbe.Result) -> String {
        guard let failure = result.failure else { return "" }
        let lines = failure.sentences + [failure.help].compactMap(\.self)
        return lines.map { "     \($0.printable(upTo: 500))\n" }.joined()
    }

    private func mark(_ outcome: Outcome) -> String {
        switch outcome {
        case .passed: "✓"
        case .failed: "✗"
        case .error, .skipped: "!"
        }
    }

    private func paint(_ line: String, _ outcome: Outcome, _ isColored: Bool) -> String {
        guard isColored, outcome != .passed else { return line }
        return "\u{1B}[\(outcome == .failed ? 31 : 35)m\(line)\u{1B}[0m"
    }

    /// The same for a program: one JSON object.
    func json() throws -> String {
        struct Document: Encodable {
            let schema = "canary.check/1"
            let outcome: Outcome
            let checks: [Check]
        }
        struct Check: Encodable {
            let url: String
            let outcome: Outcome
            let status: Int?
            let duration: Double?
            let phases: HTTPArchive.Timings?
            let certificateDays: Int?
            let failure: Failure?
        }
        let checks = results.map { url, result in
            Check(
                url: url,
                outcome: result.outcome,
                status: result.exchange.flatMap { $0.response.status == 0 ? nil : $0.response.status },
                duration: result.exchange?.time,
                phases: result.exchange?.timings,
                certificateDays: result.certificateDays,
                failure: result.failure
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(outcome: outcome, checks: checks)
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }

    /// The worst that came of a URL.
    var outcome: Outcome {
        let outcomes = results.map(\.result.outcome)
        return [.failed, .error].first(where: outcomes.contains) ?? .passed
    }
}

extension RequestProbe.Result {
    /// The status, the phases, the whole time and the days of the certificate.
    fileprivate var cells: [String] {
        guard let exchange else { return ["–"] + Array(repeating: "", count: 7) }
        let timings = exchange.timings
        let connect = timings.ssl > 0 ? timings.connect - timings.ssl : timings.connect
        let phases = [timings.dns, connect, timings.ssl, timings.wait, timings.receive, exchange.time]
        let status = exchange.response.status == 0 ? "no reply" : "\(exchange.response.status)"
        return [status] + phases.map(Self.written) + [certificateDays.map { "\($0) days" } ?? ""]
    }

    private static func written(_ time: Double) -> String {
        let tenths = Int(clamped: (time * 10).rounded())
        return time <= 0 ? "" : time < 10 ? "\(tenths / 10).\(tenths % 10) ms" : Int(clamped: time).elapsed
    }
}
