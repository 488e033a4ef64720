import CanaryBrowser
import CanaryModel
import CanaryRunner

extension PageExecutor {
    func prepare(for step: Step, isCleanup: Bool) async throws -> String? {
        try await renewPage(isCleanup: isCleanup)
    }

    /// Goes on with a fresh page where the one before can do nothing any more, and a step has failed by that.
    ///
    /// What the logs of the one before say is read first. The time that this takes is not the flow's.
    ///
    /// - Returns: A note that says so; `nil` where the page is as good as before.
    /// - Throws: Why there is no other page.
    private func renewPage(isCleanup: Bool) async throws -> String? {
        guard let reason = await page.endedBecause, isCleanup || isLossTold else { return nil }
        let start = ContinuousClock.now
        await keepLogs()
        let fresh = try await pages.freshPage(with: logs.cookies)
        await renewalTime += page.lentTime
        page = fresh
        (isLossTold, isWindowGone, isDialogOpen) = (false, false, false)
        renewalTime += start.duration(to: .now)
        let cookies = logs.cookies.isEmpty ? "" : ", with the cookies of the one before"
        return "ran in a fresh browser\(cookies), since \(reason)"
    }

    /// Reads what the logs of a page say that can do nothing any more.
    private func keepLogs() async {
        do {
            logs.take(try await logs.read(from: page))
        } catch {
            lostLogs.append("what the page's logs say is not whole: \(Failure(error).message)")
        }
    }

    /// What an error of a step means, as the machine was, and as the tab did before.
    ///
    /// A tab may crash since something ends its process, as a machine that has not enough memory does: the first time
    /// is nobody's fault yet, and the flow is run again.
    func judged(_ error: any Error, _ scope: StepScope) async -> any Error {
        guard let error = error as? BrowserError else { return error }
        let judged = await page.judged(error)
        isLossTold = await page.endedBecause != nil
        guard judged.code == .crash else { return judged }
        let place = CrashPlace(scope)
        crash = place
        if place == earlierCrash { return judged }
        var unproven = judged
        unproven.code = .browserGone
        unproven.message += "; only where it does so again at the same step is it the page's fault"
        return unproven
    }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart {
        var notes = await notesForCleanup(isInterrupted: isInterrupted)
        if let reason = await page.endedBecause, let lost = await lostForCleanup(isInterrupted, &notes) {
            return .impossible(reason: "\(reason)\(lost)")
        }
        return .ready(notes: notes)
    }

    /// How long the driver may need until it is free, and to find a window that is left.
    private static let longestPreparation = Duration.seconds(2)

    /// Gets a fresh page for cleanup; why there is none, where there is none.
    private func lostForCleanup(_ isInterrupted: Bool, _ notes: inout [String]) async -> String? {
        if isInterrupted { return "" }  // somebody waits: there is no time to start a browser
        do {
            if let note = try await renewPage(isCleanup: true) { notes.append("cleanup \(note)") }
            return nil
        } catch {
            return ", and no other page is to be had: \(Failure(error).message)"
        }
    }

    /// Dismisses a dialog whose step was not reached, and goes to a window that is left where the page's own is
    /// gone; notes that.
    ///
    /// After an interruption the driver may still be busy with the step: a first command waits for it.
    private func notesForCleanup(isInterrupted: Bool) async -> [String] {
        let deadline = ContinuousClock.now + Self.longestPreparation
        if isDialogOpen || isInterrupted { return await evidence.dismissDialog(of: page, until: deadline) }
        guard isWindowGone else { return [] }
        do {
            try await page.switchToRemainingWindow(until: deadline)
            return ["the window was gone: cleanup ran in another one"]
        } catch {
            return ["no window is left to run in: \(Failure(error).message)"]
        }
    }
}
