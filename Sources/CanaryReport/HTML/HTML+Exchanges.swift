import CanaryModel
import Foundation

extension HTML {
    /// How much of a body the report shows of a step that passed, and of one that did not, in characters.
    private static let longestBody = (passed: 4000, failed: 64 << 10)

    /// Writes what a step sent and what was answered, each try by itself: folded, unless the step did not pass.
    mutating func exchanges(of step: StepResult) {
        let exchanges = step.exchanges ?? []
        for (index, exchange) in exchanges.enumerated() {
            let isOpen = step.outcome.isWrong && index == exchanges.count - 1
            element("details", ["class": "exchange request", "open": isOpen ? "" : nil]) { html in
                html.element("summary") { $0.summary(exchange) }
                html.phases(exchange)
                let longest = step.outcome == .passed ? Self.longestBody.passed : Self.longestBody.failed
                html.message(
                    "Request",
                    ["\(exchange.request.method) \(exchange.request.url)"]
                        + exchange.request.headers.map(\.line),
                    body: exchange.request.postData?.text.cut(to: longest)
                )
                html.message(
                    "Response",
                    [exchange.statusLine] + exchange.response.headers.map(\.line),
                    body: exchange.replyText?.inLines.cut(to: longest)
                )
                html.copyButton(exchange.commandLines, "Copy as cURL")
            }
        }
    }

    private mutating func summary(_ exchange: HTTPArchive.Entry) {
        element("span", ["class": "method"], text: exchange.request.method.cut(to: 20))
        text(" ")
        element("code", text: exchange.request.url.cut(to: 200))
        text(" ")
        let status = exchange.response.status == 0 ? "no reply" : exchange.statusLine
        element("span", ["class": exchange.isBad ? "status bad" : "status"], text: status)
        text(" ")
        element("span", ["class": "time"], text: Int(clamped: exchange.time).elapsed)
    }

    /// The phases as one bar with a part for each, and their times in words.
    private mutating func phases(_ exchange: HTTPArchive.Entry) {
        let timings = exchange.timings
        let connect = timings.ssl > 0 ? timings.connect - timings.ssl : timings.connect
        let phases = [
            ("redirects", timings.blocked), ("dns", timings.dns), ("connect", connect), ("tls", timings.ssl),
            ("first byte", timings.wait), ("transfer", timings.receive),
        ].filter { $0.1 > 0 }
        let total = phases.map(\.1).reduce(0, +)
        guard total > 0 else { return }
        element("svg", ["class": "phases", "aria-hidden": "true"]) { html in
            var start = 0.0
            for (name, time) in phases {
                let part = ["class": name.replacing(" ", with: "-"), "x": (start / total).percent]
                html.element(
                    "rect",
                    [
                        "class": part["class"], "x": part["x"], "width": (time / total).percent,
                        "height": "100%",
                    ]
                ) { _ in }
                start += time
            }
        }
        let words = phases.map { "\($0.0) \($0.1.shortMilliseconds)" }.joined(separator: " · ")
        element("p", ["class": "phase-words"], text: words)
    }

    private mutating func message(_ name: String, _ lines: [String], body: String?) {
        element("h4", text: name)
        let head = lines.prefix(100).map { $0.cut(to: 2000) }.joined(separator: "\n")
        element("pre", ["tabindex": "0", "role": "region", "aria-label": name]) { html in
            html.lines(body.map { head + "\n\n" + $0 } ?? head)
        }
    }
}

extension HTTPArchive.Entry {
    /// `HTTP/1.1 201 Created`; why nothing was answered.
    fileprivate var statusLine: String {
        if response.status == 0 { return error ?? "no reply" }
        return [response.httpVersion, "\(response.status)", response.statusText].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension String {
    /// JSON in lines, anything else as it is.
    fileprivate var inLines: String {
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
