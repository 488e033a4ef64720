import CanaryModel
import WebDriver

extension Page {
    /// Finds a target and does something to it, again from the start where the page changed under it, and
    /// waits for the navigation that it started.
    ///
    /// `act` does it, with what was seen of the target; `nil` or ``KeptFromTarget`` from it means: try again.
    func act<Value>(
        on query: TargetQuery,
        in frame: [Target],
        until deadline: ContinuousClock.Instant,
        _ act: (TargetObservation) async throws -> Value?
    ) async throws -> (Value, ActionReport) {
        var report = ActionReport(attempts: 0)
        var query = query
        let start = ContinuousClock.now
        let patience = start.duration(to: deadline) * 0.6
        (query.unreadFrom, query.restlessFrom) = (
            start + patience, start + max(patience, TargetQuery.leastRest)
        )
        var last: TargetObservation?
        var kept: KeptFromTarget?
        context.view.isFresh = false
        documents.beginCount()
        let done = try await looking(until: deadline) { _ -> Value? in
            report.attempts += 1
            try await enter(frame, until: deadline)
            let observation = try await again(after: last) {
                try await find(query, attempt: report.attempts, after: kept, until: deadline)
            }
            last = observation
            let restless = observation.isRestless == true ? Self.pressedMoving : nil
            report.notes = [Target.note(alternative: observation.alternative, of: query.target), restless]
                .compactMap(\.self)
            do {
                kept = nil
                return try await act(observation)
            } catch let error as KeptFromTarget {
                kept = error
                return nil
            }
        }
        try await takeSessionOut(until: deadline)
        if let done { return (done, report) }
        if let kept, !isRestless { throw kept.error(query, attempts: report.attempts) }
        throw await notDone(query, last, report)
    }

    private static let pressedMoving = "it did not come to rest, and was pressed while it moved"

    /// Finds what was found before: where it is not there now, it was removed.
    private func again(
        after last: TargetObservation?,
        _ find: () async throws -> TargetObservation
    ) async throws -> TargetObservation {
        do {
            return try await find()
        } catch var error as BrowserError where last != nil && error.diagnoses.first?.reason == .absent {
            error.diagnoses[0].reason = .detached
            throw error
        }
    }

    /// The error for a target that was ready again and again, and could never be acted on: the driver's last
    /// word says why.
    private func notDone(
        _ query: TargetQuery,
        _ last: TargetObservation?,
        _ report: ActionReport
    ) async -> BrowserError {
        if isRestless { return Self.restless }
        var diagnosis = Diagnosis(of: query.target, wanted: query.wanted, reason: .detached)
        if let last { diagnosis.take(last) }
        diagnosis.reason =
            switch lastPassing?.code {
            case .elementNotInteractable, .invalidElementState: .unsuitable
            case .moveTargetOutOfBounds: .offscreen
            case .elementClickIntercepted: .covered
            default: .detached
            }
        await explain(&diagnosis, of: query.target, for: query, lateUntil: .now)
        let message = "\(query.target.written) did not come \(query.wanted)"
        return BrowserError(.selector, message, diagnoses: [diagnosis], attempts: report.attempts)
    }
}
