import CanaryModel

/// How canary ends, as the shell sees it.
enum ExitStatus: Sendable, Hashable {
    /// Everything held.
    case passed
    /// The site failed a check.
    case failed
    /// Wrong usage, an invalid flow file, nothing selected.
    case usage
    /// Something could not be judged or done, for no fault of the site.
    case error
    /// A signal ended it.
    case interrupted(signal: Int32)

    /// The number that the shell sees.
    var code: Int32 {
        switch self {
        case .passed: 0
        case .failed: 1
        case .usage: 2
        case .error: 4
        case .interrupted(let signal): 128 + signal
        }
    }
}

extension ExitStatus {
    /// What a run that no signal interrupted comes to.
    ///
    /// - Parameters:
    ///   - result: What came of its flows.
    ///   - isReported: Whether all its reports could be written.
    ///   - failsOnFlaky: Whether a flow that passed only when it was run again counts as failed.
    ///   - failsOnDegraded: Whether a flow that passed and is degraded counts as failed.
    init(
        _ result: RunResult,
        isReported: Bool,
        failsOnFlaky: Bool = false,
        failsOnDegraded: Bool = false
    ) {
        let outcomes = result.flows.map(\.outcome)
        let isUnwanted =
            failsOnFlaky && result.flows.contains(where: \.flaky)
            || failsOnDegraded && result.flows.contains(where: \.isDegraded)
        if outcomes.contains(.failed) || isUnwanted {
            self = .failed
        } else if isReported, result.state == .finished, result.failure == nil, !outcomes.isEmpty,
            outcomes.allSatisfy({ $0 == .passed })
        {
            self = .passed
        } else {
            self = .error
        }
    }

    /// A number and what it says.
    struct Meaning: Sendable, Hashable {
        let codes: String
        let text: String
    }

    /// What the numbers say wherever nothing else is said.
    static let meanings = [
        Meaning(codes: "0", text: "Everything held."),
        Meaning(codes: "1", text: "The site failed a check."),
        Meaning(
            codes: "2",
            text: "Wrong usage, an invalid flow file, or nothing selected; nothing was started."
        ),
        Meaning(
            codes: "4",
            text: """
                Something could not be judged, for no fault of the site: no browser, a driver that crashed, a disk \
                that is full. A check that the site failed overrides it.
                """
        ),
        Meaning(
            codes: "129, 130, 143",
            text: """
                Interrupted by the end of the terminal (SIGHUP), Ctrl-C (SIGINT) or SIGTERM, after cleanup; what was done by then is in the results. \
                The second signal ends it at once.
                """
        ),
    ]
}
