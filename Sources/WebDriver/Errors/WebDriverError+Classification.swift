import CanaryHTTP

// What a failure means for whoever sent the command. Drivers say many things by `unknown error`, so some of it is in
// the words: chromedriver's as of versions 113 to 156.

extension WebDriverError {
    /// Whether the page was just not ready: find the element again and try once more until the deadline.
    ///
    /// It does not say that nothing was done: in a sequence of actions, those before the one that failed are, as when
    /// the second move of a drag is out of bounds.
    public var isTransient: Bool {
        switch code {
        case .elementClickIntercepted, .elementNotInteractable, .moveTargetOutOfBounds, .noSuchElement,
            .noSuchShadowRoot, .detachedShadowRoot, .staleElementReference, .noSuchExecutionContext,
            .abortedByNavigation, .targetFrameDetached:
            true
        case .invalidElementState, .noSuchFrame: !isOfPage
        default: isVague && !isSessionGone && !isWindowGone && says(Self.transientWords)
        }
    }

    /// Whether the command was refused since the page is asking whether it may be left, which the driver answers itself
    /// (chromedriver 156): send it again.
    public var isPageBeingLeft: Bool {
        code == .invalidArgument && fullMessage.contains("Unexpected dialog type beforeunload")
    }

    /// Whether the driver answered with nothing where the command has an answer: a dialog interrupted it (chromedriver).
    public var isInterrupted: Bool {
        guard case .malformedReply(let excerpt) = code else { return false }
        return excerpt.filter { !$0.isWhitespace } == "{\"value\":null}"
    }

    /// Whether the session is over: only a new one helps.
    ///
    /// What a page throws in `execute/sync` can have the same code (`throw {code: 6}`); it is recognised by its words.
    public var isSessionGone: Bool {
        switch code {
        case .invalidSessionID: !isOfPage
        case .disconnected, .chromeNotReachable: true
        default: isVague && says(Self.sessionGoneWords)
        }
    }

    /// Whether the current window is gone or its page has crashed: other windows of the session still work.
    public var isWindowGone: Bool {
        switch code {
        case .noSuchWindow: !isOfPage
        case .tabCrashed: true
        default: isVague && says(Self.windowGoneWords)
        }
    }

    /// Whether the document that the command was for went away meanwhile.
    public var isDocumentGone: Bool {
        switch code {
        case .noSuchExecutionContext, .abortedByNavigation, .targetFrameDetached: true
        default: isVague && !isSessionGone && !isWindowGone && says(Self.documentGoneWords)
        }
    }

    /// Whether the element that the command named is no longer that: find it again.
    public var isStale: Bool {
        code == .staleElementReference || code == .detachedShadowRoot || isVague && says(Self.staleWords)
    }

    /// Why the browser could not open a page: `net::ERR_CONNECTION_REFUSED`; `nil` for other failures.
    ///
    /// `net::ERR_ABORTED` is a navigation that another overtook, or a download.
    public var navigationError: String? {
        guard let start = fullMessage.firstRange(of: "net::ERR_")?.lowerBound else { return nil }
        let name = fullMessage[start...].dropFirst("net::".count).prefix {
            $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_")
        }
        return "net::\(name)"
    }

    /// Whether the driver does not have the command, or cannot do it: do without.
    public var isUnsupported: Bool {
        switch code {
        case .unknownCommand, .unknownMethod, .unsupportedOperation: true
        default: false
        }
    }

    /// Whether the deadline passed before the reply.
    public var isPastDeadline: Bool {
        if case .transport(let cause) = code, case .timeout = cause.code { true } else { false }
    }

    /// Whether the task was cancelled before the reply.
    public var isCancelled: Bool {
        if case .transport(let cause) = code { cause.code == .cancelled } else { false }
    }

    /// Whether nothing listens at the driver's address any more, or it closed the connection without an answer.
    public var isDriverGone: Bool {
        guard case .transport(let cause) = code else { return false }
        switch cause.code {
        case .refused, .connectionLost, .emptyReply: return true
        default: return false
        }
    }

    /// Whether the driver could not even be connected to.
    public var hadNoConnection: Bool {
        guard case .transport(let cause) = code else { return false }
        switch cause.code {
        case .resolve, .refused, .connect, .tls, .timeout(.resolving), .timeout(.connecting), .timeout(.tls):
            return true
        default: return false
        }
    }

    /// Whether the code says nothing, so that the words have to; those of a script's error would be the page's.
    private var isVague: Bool {
        if case .other = code { true } else { code == .unknownError }
    }

    /// Whether the code is that of an object which a script threw.
    ///
    /// chromedriver takes a numeric `code` of what `execute/sync` catches for one of its own and appends the object's
    /// message to the name; what it says of itself is the name alone or one of a few sentences.
    private var isOfPage: Bool {
        command.hasSuffix("/execute/sync") && fullMessage.hasPrefix("\(code.name):")
            && !says(Self.sessionGoneWords + Self.windowGoneWords + Self.transientWords)
    }

    private func says(_ words: [String]) -> Bool {
        words.contains { fullMessage.contains($0) }
    }

    private static let staleWords = [
        "Node with given id does not belong to the document",
        "No node with given id found",
    ]
    private static let documentGoneWords = [
        "loader has changed while resolving nodes",
        "aborted by navigation",
        "Cannot find context with specified id",
        "no such execution context",
        "Inspected target navigated or closed",
        "target frame detached",
    ]
    private static let transientWords = staleWords + documentGoneWords
    private static let sessionGoneWords = [
        "session deleted as the browser has closed the connection",
        "cannot determine loading status",
        "not connected to DevTools",
        "chrome not reachable",
    ]
    private static let windowGoneWords = [
        "session deleted because of page crash",
        "tab crashed",
        "web view not found",
        "target window already closed",
    ]
}
