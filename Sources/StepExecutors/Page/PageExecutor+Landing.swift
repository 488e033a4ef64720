import CanaryBrowser
import CanaryModel
import CanaryRunner

// A document that a step lands on is judged by how it came, whatever its body shows: at the end of the step, since it
// may be left for another until then.

extension PageExecutor {
    /// Judges the document that a step has come to.
    ///
    /// - Returns: Whether the page has gone on from one that failed to another, on which the step is to be judged again.
    /// - Throws: `BrowserError` where it has failed, and is still there at the deadline.
    func goesOn(
        _ arrival: inout Arrival,
        _ step: Step,
        _ deadline: ContinuousClock.Instant,
        _ progress: inout StepProgress
    ) async throws -> Bool {
        let landing = await page.landing
        arrival.see(landing)
        var error = await fault(of: landing, step, &progress)
        if error == nil { error = await unnamed(arrival, step, &progress) }
        guard let error else {
            if let landing, !arrival.landings.isEmpty { await note(landing, step, &progress) }
            return false
        }
        if try await departs(from: landing, until: deadline) { return true }
        if let landing { settle(landing) }
        throw error
    }

    /// What is wrong with the document that a step ended on for another reason, with what it found of that reason.
    ///
    /// - Returns: `nil` where nothing is, or the reason does not come of the page.
    func landingError(
        behind error: any Error,
        _ step: Step,
        _ progress: inout StepProgress
    ) async -> BrowserError? {
        let landing = await page.landing
        guard let failure = error as? BrowserError, failure.code != .interrupted,
            await page.endedBecause == nil
        else { return nil }
        guard failure.code.isOfPage else {
            // The step has told of its document, `open` by itself.
            if let landing, landing.isFaulty(status: step.status, allowed: flow.allowStatus) {
                settle(landing)
            }
            return nil
        }
        guard let landing, var reason = await fault(of: landing, step, &progress) else { return nil }
        settle(landing)
        // On the browser's own page nothing is as it should be.
        reason.diagnoses = landing.isErrorPage ? [] : failure.diagnoses
        reason.attempts = failure.attempts
        return reason
    }

    /// What is wrong with a document that has failed and was not told of; `nil`: nothing.
    ///
    /// Why one has not come to its end, which it may still do, only the logs tell.
    private func fault(
        of landing: Landing?,
        _ step: Step,
        _ progress: inout StepProgress
    ) async -> BrowserError? {
        guard let landing, !judged.contains(where: landing.isSame) else { return nil }
        guard landing.isUnfinished || landing.isFaulty(status: step.status, allowed: flow.allowStatus) else {
            return nil
        }
        let request = await request(of: landing, &progress)
        if landing.isErrorPage {
            if let name = request?.error { return BrowserError(landing.words(request?.method), failed: name) }
            return await loadError(of: landing)
        }
        if landing.isFaulty(status: step.status, allowed: flow.allowStatus), let status = landing.status {
            return BrowserError(
                .status,
                "\(landing.words(request?.method)) answered \(status.statusInWords)",
                help:
                    "where that is right, say `status: \(status)` beside the action, or `allowStatus: [\(status)]` in the flow"
            )
        }
        guard let name = request?.error else { return nil }
        await noteBreakOff(&progress)
        return BrowserError(landing.words(request?.method), failed: name)
    }

    private func noteBreakOff(_ progress: inout StepProgress) async {
        do {
            try await page.noteBreakOff(until: .now + .milliseconds(500))
        } catch {
            progress.result.notes.append("how far the document came is not known: \(Failure(error).message)")
        }
    }

    /// Notes documents of frames that have failed: what a frame is for, its page may do without.
    func noteFrames(_ progress: inout StepProgress) async {
        for frame in await page.takeFailedFrames() {
            let status = frame.status.map { " answered \($0.statusInWords)" } ?? " could not be loaded"
            progress.result.notes.append("the document of a frame, \(frame.url),\(status)")
        }
    }

    /// What is wrong where no document that came has a status that the step names.
    private func unnamed(
        _ arrival: Arrival,
        _ step: Step,
        _ progress: inout StepProgress
    ) async -> BrowserError? {
        if step.status.isEmpty || step.isOpen { return nil }
        if arrival.landings.contains(where: { $0.has(step.status) }) { return nil }
        let expected = step.status.map(String.init).joined(separator: " or ")
        guard let landing = arrival.landings.last else {
            // No content is no document.
            if step.status.contains(where: { $0 == 204 || $0 == 205 }) { return nil }
            return BrowserError(
                .status,
                "no document was loaded, where one with the HTTP status \(expected) was expected",
                help:
                    "`status` is that of a document that the action loads, not of a request that a script sends"
            )
        }
        let subject = landing.words(await request(of: landing, &progress)?.method)
        let status = landing.status.map { "answered \($0.statusInWords)" } ?? "came without an HTTP status"
        return BrowserError(.status, "\(subject) \(status); expected \(expected)")
    }

    /// Notes a document of which the client was at fault: the site may mean to show it so.
    private func note(_ landing: Landing, _ step: Step, _ progress: inout StepProgress) async {
        guard let status = landing.status, status >= 400, !judged.contains(where: landing.isSame) else {
            return
        }
        if !(step.status + flow.allowStatus).contains(status) {
            let subject = landing.words(await request(of: landing, &progress)?.method)
            progress.result.notes.append("\(subject) answered \(status.statusInWords)")
        }
        settle(landing)
    }

    /// Takes in that a document was judged, and is not to be reported again.
    private func settle(_ landing: Landing) {
        judged.append(landing)
        logs.excuse(landing)
    }

    /// Whether the page goes on from a document by the deadline; what goes wrong meanwhile on the page does not count.
    private func departs(from landing: Landing?, until deadline: ContinuousClock.Instant) async throws -> Bool
    {
        if .now >= deadline { return false }
        do {
            return try await page.departs(from: landing, until: deadline)
        } catch {
            if error.code.outcome == .failed, error.code != .crash { return false }
            throw error
        }
    }

    /// The request that a document came by, as far as the logs tell.
    private func request(
        of landing: Landing,
        _ progress: inout StepProgress
    ) async -> (method: String, error: String?)? {
        do {
            try await readLogs()
        } catch {
            progress.result.notes.append("what the page's logs say is not known: \(Failure(error).message)")
        }
        return logs.request(of: landing)
    }

    /// Why the browser shows its own error page, where no log tells.
    private func loadError(of landing: Landing) async -> BrowserError {
        do {
            let error = try await page.loadError(of: landing, until: .now + .seconds(2))
            return BrowserError(
                error.code,
                "\(landing.url) could not be loaded: \(error.message)",
                help: error.help
            )
        } catch {
            return BrowserError(
                .navigation,
                "\(landing.url) could not be loaded: the browser shows its error page"
            )
        }
    }
}

extension Landing {
    /// Whether the document has failed, or the browser shows its own error page in its place.
    fileprivate func isFaulty(status named: [Int], allowed: [Int]) -> Bool {
        guard let status, status >= 400 else { return isErrorPage }
        return (status >= 500 || isErrorPage) && !(named + allowed).contains(status)
    }

    /// Whether it has one of these statuses; what has not changed is as good as new.
    fileprivate func has(_ statuses: [Int]) -> Bool {
        guard let status else { return false }
        return statuses.contains(status) || status == 304 && statuses.contains(200)
    }

    /// The request for it in words.
    fileprivate func words(_ method: String?) -> String {
        [method, url].compactMap(\.self).joined(separator: " ")
    }
}

extension Step {
    fileprivate var isOpen: Bool {
        if case .action(let action?) = content { action.kind == .open } else { false }
    }
}

extension FailureCode {
    /// Whether a page that is not the right one has this consequence.
    fileprivate var isOfPage: Bool {
        switch self {
        case .selector, .expectation, .value, .window, .script, .timeout: true
        default: false
        }
    }
}
