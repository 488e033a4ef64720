/// Why no session was started, as far as a driver's words tell.
public enum SessionStartFailure: Sendable, Hashable, CaseIterable {
    /// Driver and browser are of versions that do not go together.
    case versionMismatch
    /// The browser ended at once: no sandbox for root, no display, a bad executable, a profile in use, chance.
    case browserExited
    /// The browser runs and does not say at which port; a pipe avoids it.
    case noDebuggerPort
    /// The profile folder is in use.
    case profileInUse
    /// The browser took too long to start.
    case startTimeout
    /// Nothing answers at `debuggerAddress`.
    case debuggerUnreachable
    /// The driver has nothing that meets the capabilities.
    case capabilitiesNotMet
    /// A grid had no free place in time.
    case queueTimeout
    /// Anything else.
    case other

    /// Whether the same request may go better a second time.
    public var isRetryWorthwhile: Bool {
        switch self {
        case .browserExited, .noDebuggerPort, .profileInUse, .startTimeout, .queueTimeout: true
        case .versionMismatch, .debuggerUnreachable, .capabilitiesNotMet, .other: false
        }
    }

    /// The kind of a `session not created` with this message.
    init(message: String) {
        self = Self.words.first { message.contains($0.0) }?.1 ?? .other
    }

    // In this order: the words for a profile in use stand in front of those for a browser that exited.
    private static let words: [(String, Self)] = [
        ("only supports Chrome version", .versionMismatch),
        ("Current browser version is", .versionMismatch),
        ("user data directory is already in use", .profileInUse),
        ("DevToolsActivePort file doesn't exist", .noDebuggerPort),
        ("Chrome instance exited", .browserExited),
        ("Chrome failed to start: exited", .browserExited),
        ("Timed out while waiting for Chrome process", .startTimeout),
        ("chrome not reachable", .startTimeout),
        ("cannot connect to chrome at", .debuggerUnreachable),
        ("No matching capabilities found", .capabilitiesNotMet),
        ("New session request timed out", .queueTimeout),
    ]
}

extension WebDriverError {
    /// Why no session was started; `nil` where the failure is another one.
    public var startFailure: SessionStartFailure? {
        code == .sessionNotCreated ? SessionStartFailure(message: fullMessage) : nil
    }
}
