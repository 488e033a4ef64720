import CanaryBrowser
import CanaryModel
import Foundation

/// Runs the steps of one attempt at a flow on its page, one after the other.
actor StepRunner {
    var page: Page
    /// Where other pages come from.
    let pages: PageSource
    let flow: Flow
    /// Which attempt it is, from 1.
    let attempt: Int
    let evidence: Evidence
    let log: EventLog
    /// The variables that `save` steps have set.
    var saved: [String: String] = [:]
    /// What the console and the network said.
    var logs: AttemptLogs
    /// When the step that runs began, and the one before it.
    var starts: (now: Timestamp, before: Timestamp?) = (.now(), nil)
    /// The documents whose failure was told, or allowed.
    var judged: [Landing] = []
    /// The DOM at the first failure, and why it could not be kept.
    var dom: (file: String?, note: String?)?
    /// Whether the page's window was gone when last looked at.
    var isWindowGone = false
    /// Whether a step has failed since the page can do nothing any more.
    var isLossTold = false
    /// The step at which the tab crashed in the attempt before; the first crash of this one.
    let earlierCrash: CrashPlace?
    var crash: CrashPlace?
    /// How long fresh pages took to come, and steps went on longer on a busy machine: no time of the flow.
    var timeBesides = Duration.zero
    /// What could not be read of the logs of pages that were lost.
    var lostLogs: [String] = []
    /// Whether the last step that ran left a dialog open for the step after it.
    var isDialogOpen = false

    init(
        page: Page,
        pages: PageSource,
        flow: Flow,
        attempt: Int,
        evidence: Evidence,
        log: EventLog,
        earlierCrash: CrashPlace? = nil
    ) {
        self.page = page
        self.pages = pages
        self.earlierCrash = earlierCrash
        self.flow = flow
        self.attempt = attempt
        self.evidence = evidence
        self.log = log
        logs = AttemptLogs(flow)
    }

    /// Runs the flow's steps until the first failure that counts.
    ///
    /// - Parameters:
    ///   - deadline: When the flow's time is over.
    ///   - timeout: How long that time is, for words.
    /// - Returns: A result for each step, those not reached included.
    func runSteps(until deadline: ContinuousClock.Instant, of timeout: Duration) async -> [StepResult] {
        var results: [StepResult] = []
        var goesOn = true
        for (index, step) in flow.steps.enumerated() {
            guard goesOn else {
                results.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            let scope = StepScope(
                number: index + 1,
                deadline: await deadline + timeBesides + page.lentTime,
                budget: "the flow's time of \(timeout.milliseconds.elapsed)",
                next: flow.steps.dropFirst(index + 1).first
            )
            let progress = await run(step, in: scope)
            results.append(progress.result)
            goesOn = !progress.endsFlow
        }
        return results
    }

    /// Runs all cleanup steps, whatever comes of each, in a window that is left where the page's own is gone.
    ///
    /// - Parameter isInterrupted: Whether the run was interrupted before: then there is little time.
    /// - Returns: A result for each step.
    func runCleanup(isInterrupted: Bool) async -> [StepResult] {
        if flow.cleanup.isEmpty { return [] }
        let start = ContinuousClock.now
        var notes = await prepareCleanup(isInterrupted: isInterrupted)
        if let reason = await page.endedBecause, let lost = await lostForCleanup(isInterrupted, &notes) {
            let reason = "\(reason)\(lost)"
            return flow.cleanup.enumerated().map { index, step in
                var result = StepResult(skipped: step, number: index + 1)
                result.notes = ["not possible any more: \(reason)"]
                return result
            }
        }
        let time =
            isInterrupted ? CleanupTime(of: flow, interruptedAt: start) : CleanupTime(of: flow)
        var results: [StepResult] = []
        for (index, step) in flow.cleanup.enumerated() {
            let scope = StepScope(
                number: index + 1,
                isCleanup: true,
                deadline: time.deadline(ofFirstOf: flow.cleanup.count - index),
                budget: time.budget,
                next: flow.cleanup.dropFirst(index + 1).first
            )
            results.append(await run(step, in: scope).result)
        }
        results[0].notes = notes + results[0].notes
        return results
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
    private func prepareCleanup(isInterrupted: Bool) async -> [String] {
        let deadline = ContinuousClock.now + Self.longestPreparation
        if isDialogOpen || isInterrupted { return await evidence.dismissDialog(of: page, until: deadline) }
        guard isWindowGone else { return [] }
        do {
            try await page.goToWindowLeft(until: deadline)
            return ["the window was gone: cleanup ran in another one"]
        } catch {
            return ["no window is left to run in: \(Failure(error).message)"]
        }
    }

    /// Runs a step or a group and tells of its beginning and end.
    func run(_ step: Step, in scope: StepScope) async -> StepProgress {
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        tellStart(of: step, in: scope, at: started)
        var progress = StepProgress(step, number: scope.number, started: started)
        await perform(step, scope, &progress)
        await passGate(step, scope, &progress)
        // What is kept of the step takes time that is not the step's.
        progress.result.duration = clock.duration(to: .now).milliseconds
        let recording = ContinuousClock.now
        await record(step, scope, &progress)
        // Nor is it the flow's where the driver is slow with it.
        let recorded = recording.duration(to: .now)
        if recorded > .seconds(1), scope.group == nil { timeBesides += recorded }
        log.tell(
            .stepEnded(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                isCleanup: scope.isCleanup,
                result: progress.result
            )
        )
        return progress
    }

    private func tellStart(of step: Step, in scope: StepScope, at time: Timestamp) {
        log.tell(
            .stepStarted(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                number: scope.number,
                name: step.name,
                at: time
            )
        )
    }
}
