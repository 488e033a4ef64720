import CanaryReport
import WebDriver

/// What `canary doctor` says.
struct HealthReport: Sendable {
    let isColored: Bool

    /// A line for each check, what fixes it below, and a last line with the sum.
    func text(for checks: [HealthCheck]) -> String {
        let width = checks.map(\.name.count).max() ?? 0
        let lines = checks.map { check in
            let padding = String(repeating: " ", count: width - check.name.count + 2)
            let advice = check.advice.map { String(repeating: " ", count: width + 6) + "→ \($0)\n" } ?? ""
            return
                "  \(mark(check.state)) \(check.name)\(padding)\(check.seen.printable(upTo: 1000))\n\(advice)"
        }
        return lines.joined() + "\n" + sum(of: checks) + "\n"
    }

    private func sum(of checks: [HealthCheck]) -> String {
        let broken = checks.filter { $0.state == .broken }.map(\.name)
        guard broken.isEmpty else { return "To be fixed first: " + broken.joined(separator: ", ") }
        let drawbacks = checks.filter { $0.state == .warning }.map(\.name)
        return "Flows can be run"
            + (drawbacks.isEmpty ? "" : "; with a warning: " + drawbacks.joined(separator: ", "))
    }

    private func mark(_ state: HealthCheck.State) -> String {
        let (mark, code) =
            switch state {
            case .ok: ("✓", 32)
            case .warning: ("!", 33)
            case .broken: ("✗", 31)
            }
        return isColored ? "\u{1B}[\(code)m\(mark)\u{1B}[0m" : mark
    }
}
