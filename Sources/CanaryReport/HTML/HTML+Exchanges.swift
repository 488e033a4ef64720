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
                    exchange.requestLines,
                    body: exchange.request.postData?.text.jsonInLines.cut(to: longest)
                )
                html.message(
                    "Response",
                    exchange.responseLines,
                    body: exchange.replyText?.jsonInLines.cut(to: longest)
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
        let phases = exchange.namedPhases
        let total = phases.map(\.time).reduce(0, +)
        guard total > 0 else { return }
        element("svg", ["class": "phases", "aria-hidden": "true"]) { html in
            var start = 0.0
            for (name, time) in phases {
                let place: KeyValuePairs<String, String?> = [
                    "class": name.replacing(" ", with: "-"), "x": (start / total).percent,
                    "width": (time / total).percent, "height": "100%",
                ]
                html.element("rect", place) { _ in }
                start += time
            }
        }
        element("p", ["class": "phase-words"], text: exchange.phaseWords)
    }

    private mutating func message(_ name: String, _ lines: [String], body: String?) {
        element("h4", text: name)
        let head = lines.prefix(100).map { $0.cut(to: 2000) }.joined(separator: "\n")
        element("pre", ["tabindex": "0", "role": "region", "aria-label": name]) { html in
            html.lines(body.map { head + "\n\n" + $0 } ?? head)
        }
    }
}
