import CanaryModel
import WebDriver

extension Page {
    /// Finds a target and does something to it, again from the start where the page changed under it, and
    /// waits for the navigation that it started.
    ///
    /// `act` does it, with what was seen of the target; `nil` from it means: try again.
    func act<Value>(
        on search: Search,
        in frame: [Target],
        until deadline: ContinuousClock.Instant,
        _ act: (Sighting) async throws -> Value?
    ) async throws -> (Value, ActionReport) {
        var report = ActionReport(attempts: 0)
        try await limitPageLoad(until: deadline)
        let done = try await looking(until: deadline) { _ -> Value? in
            report.attempts += 1
            try await enter(frame, until: deadline)
            let sighting = try await find(search, until: deadline)
            report.notes = [Target.note(alternative: sighting.alternative, of: search.target)].compactMap {
                $0
            }
            try await limitPageLoad(until: deadline)
            return try await act(sighting)
        }
        if let done { return (done, report) }
        throw BrowserError(
            .selector,
            "\(search.target.written) changed each time it was acted on",
            diagnoses: [Diagnosis(target: search.target.written, wanted: search.wanted, reason: .detached)],
            attempts: report.attempts
        )
    }
}
