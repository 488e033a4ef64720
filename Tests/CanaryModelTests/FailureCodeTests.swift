import CanaryModel
import Testing

@Suite("FailureCode") struct FailureCodeTests {
    static let ours: Set<FailureCode> = [
        .browserMissing, .driverMissing, .versionMismatch, .startFailed, .driverGone, .browserGone, .starved,
        .protocolError, .network,
        .output, .interrupted, .unsupported, .flow,
    ]

    @Test(
        "a fault of the browser, driver or machine is an error, everything else the site's",
        arguments: FailureCode.allCases
    )
    func outcome(code: FailureCode) {
        #expect(code.outcome == (Self.ours.contains(code) ? .error : .failed))
    }

    @Test("only what a fresh session may mend is worth one", arguments: FailureCode.allCases)
    func anotherSession(code: FailureCode) {
        let worth: Set<FailureCode> = [.startFailed, .driverGone, .browserGone, .starved, .protocolError]
        #expect(code.isWorthAnotherSession == worth.contains(code))
        #expect(!code.isWorthAnotherSession || code.outcome == .error)
    }
}
