import CanaryModel

/// A look of text on a terminal.
enum TerminalStyle: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "33"
    case magenta = "1;35"

    /// `text` between the ANSI codes that switch the look on and off.
    func applied(to text: String) -> String {
        text.isEmpty ? "" : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}

extension Outcome {
    /// The sign before what ended so.
    var mark: String {
        switch self {
        case .passed: "✓"
        case .failed: "✗"
        case .error: "!"
        case .skipped: "–"
        }
    }

    /// The look of the sign.
    var style: TerminalStyle {
        switch self {
        case .passed: .green
        case .failed: .red
        case .error: .magenta
        case .skipped: .dim
        }
    }
}
