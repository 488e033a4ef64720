import Foundation

/// Whether colours are used.
enum ColorMode: String, Sendable, Hashable, CaseIterable {
    case auto, always, never

    /// Judges `--color`, then `NO_COLOR` and `CLICOLOR_FORCE`, then whether it is a terminal that knows colours.
    ///
    /// An empty variable counts as none ([no-color.org](https://no-color.org)).
    func isColored(isTerminal: Bool, environment: [String: String]) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        let isSet = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
        if isSet("NO_COLOR") { return false }
        if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb"
    }
}

extension Arguments {
    /// Whether colours are used on standard output.
    ///
    /// - Throws: ``UsageError`` where `--color` is none of the modes.
    func isOutputColored() throws(UsageError) -> Bool {
        try colorMode().isColored(
            isTerminal: StandardStream.output.isTerminal,
            environment: ProcessInfo.processInfo.environment
        )
    }

    /// The value of `--color`.
    ///
    /// - Throws: ``UsageError`` where it is not one of the modes.
    private func colorMode() throws(UsageError) -> ColorMode {
        guard let value = value(of: .color) else { return .auto }
        guard let mode = ColorMode(rawValue: value) else {
            throw UsageError("--color takes auto, always or never, not \(value.quoted)")
        }
        return mode
    }
}
