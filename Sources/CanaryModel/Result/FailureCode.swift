/// What kind of failure ended a step: a bounded set, for grouping and alarms.
public enum FailureCode: String, Sendable, Hashable, Codable, CaseIterable {
    // The site's doing: outcome `failed`.

    /// A target did not become what an action needs; see the diagnosis.
    case selector
    /// A condition did not hold in time; see the diagnoses.
    case expectation
    /// A document came with the wrong HTTP status.
    case status
    /// A page could not be loaded: refused, not resolved, too many redirects, a broken reply.
    case navigation
    /// A certificate was not accepted.
    case certificate
    /// The name of a request's host has no address.
    case dns
    /// Nothing listens where a request was sent.
    case refused
    /// No secure connection came about for a request, or its certificate was not accepted.
    case tls
    /// The body of a response was too large, or broken.
    case body
    /// The page did not finish in time.
    case timeout
    /// The page kept the browser from answering.
    case unresponsive
    /// A dialog opened that no step expects, or the one expected did not open or said something else.
    case dialog
    /// The window is gone, or the one expected did not open.
    case window
    /// A script threw.
    case script
    /// A field did not keep the value that was put in.
    case value
    /// The page crashed its tab.
    case crash
    /// Something happened that the flow's `failOn` does not allow.
    case gate
    /// The budget of the flow or group was used up.
    case budget

    // Not the site's doing: outcome `error`.

    /// No browser was found, or it cannot be run.
    case browserMissing
    /// No driver was found, or it cannot be run.
    case driverMissing
    /// The driver is for another version of the browser.
    case versionMismatch
    /// The driver did not start or started no session.
    case startFailed
    /// The driver died or stopped answering.
    case driverGone
    /// The browser died.
    case browserGone
    /// This machine was too busy for the page to be judged.
    case starved
    /// The driver answered something that is not WebDriver.
    case protocolError
    /// This machine has no network, or its proxy does not work.
    case network
    /// Results could not be written.
    case output
    /// The run was interrupted.
    case interrupted
    /// What the flow asks cannot be done with this browser.
    case unsupported
    /// The flow itself is at fault: an invalid selector.
    case flow

    /// The outcome that this kind of failure stands for.
    public var outcome: Outcome {
        switch self {
        case .selector, .expectation, .status, .navigation, .certificate, .dns, .refused, .tls, .body,
            .timeout, .unresponsive, .dialog, .window, .script, .value, .crash, .gate, .budget:
            .failed
        case .browserMissing, .driverMissing, .versionMismatch, .startFailed, .driverGone,
            .browserGone, .starved, .protocolError, .network, .output, .interrupted, .unsupported, .flow:
            .error
        }
    }

    /// Whether a fresh session may do better: faults of the driver or browser as it ran, and a machine that was busy.
    public var isWorthAnotherSession: Bool {
        switch self {
        case .startFailed, .driverGone, .browserGone, .starved, .protocolError: true
        default: false
        }
    }
}
