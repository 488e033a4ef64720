import CanaryBrowser
import CanaryModel

extension StepRunner {
    /// Goes on with a fresh page where the one before can do nothing any more, and a step has failed by that.
    ///
    /// What the logs of the one before say is read first. The time that this takes is not the flow's.
    ///
    /// - Returns: A note that says so; `nil` where the page is as good as before.
    /// - Throws: Why there is no other page.
    func renewPage(isCleanup: Bool) async throws -> String? {
        guard let reason = await page.endedBecause, isCleanup || isLossTold else { return nil }
        let start = ContinuousClock.now
        await keepLogs()
        let fresh = try await pages.freshPage(with: logs.cookies)
        await timeBesides += page.lentTime
        page = fresh
        (isLossTold, isWindowGone, isDialogOpen) = (false, false, false)
        timeBesides += start.duration(to: .now)
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
}
