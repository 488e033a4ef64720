import CanaryBrowser
import CanaryModel
import Foundation

/// Runs the steps of one attempt at a flow on its page, one after the other.
actor StepRunner {
    let page: Page
    let flow: Flow
    /// Which attempt it is, from 1.
    let attempt: Int
    let evidence: Evidence
    let log: EventLog
    /// The variables that `save` steps have set.
    var saved: [String: String] = [:]

    init(page: Page, flow: Flow, attempt: Int, evidence: Evidence, log: EventLog) {
        self.page = page
        self.flow = flow
        self.attempt = attempt
        self.evidence = evidence
        self.log = log
    }

    /// Runs the flow's steps until the first failure that counts.
    ///
    /// - Parameter deadline: When the flow's time is over.
    /// - Returns: A result for each step, those not reached included.
    func runSteps(until deadline: ContinuousClock.Instant) async -> [StepResult] {
        var results: [StepResult] = []
        var goesOn = true
        for (index, step) in flow.steps.enumerated() {
            guard goesOn else {
                results.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            let scope = StepScope(
                number: index + 1,
                deadline: deadline,
                next: flow.steps.dropFirst(index + 1).first
            )
            let result = await run(step, in: scope)
            results.append(result)
            goesOn = result.outcome == .passed || (step.isSoft && result.outcome == .failed)
        }
        return results
    }

    /// Runs all cleanup steps, whatever comes of each.
    func runCleanup(until deadline: ContinuousClock.Instant) async -> [StepResult] {
        if let reason = await page.endedBecause {
            return flow.cleanup.enumerated().map { index, step in
                var result = StepResult(skipped: step, number: index + 1)
                result.notes = ["not possible any more: \(reason)"]
                return result
            }
        }
        var results: [StepResult] = []
        for (index, step) in flow.cleanup.enumerated() {
            let next = flow.cleanup.dropFirst(index + 1).first
            let scope = StepScope(number: index + 1, isCleanup: true, deadline: deadline, next: next)
            results.append(await run(step, in: scope))
        }
        return results
    }

    /// Runs a step or a group and tells of its beginning and end.
    private func run(_ step: Step, in scope: StepScope) async -> StepResult {
        let step = step.resolved(with: saved)
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        log.tell(
            .stepStarted(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                number: scope.number,
                name: step.name,
                at: started
            )
        )
        var result = StepResult(number: scope.number, name: step.name, position: step.position)
        result.started = started
        result.outcome = .passed
        switch step.content {
        case .action(let action): await act(action, step, scope, &result)
        case .group(let steps): await group(steps, step, scope, &result)
        }
        if step.isOptional, let failure = result.failure, result.outcome == .failed {
            result.notes.append("optional, did not hold: \(failure.message)")
            (result.outcome, result.failure) = (.passed, nil)
        }
        await record(step, scope, &result)
        result.duration = clock.duration(to: .now).milliseconds
        log.tell(
            .stepEnded(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                isCleanup: scope.isCleanup,
                result: result
            )
        )
        return result
    }

    /// Does the action of a step and judges its expectations, within one budget.
    private func act(_ action: Action?, _ step: Step, _ scope: StepScope, _ result: inout StepResult) async {
        let deadline = min(scope.deadline, .now + (step.timeout ?? flow.stepTimeout))
        var context = ActionContext(
            page: page,
            baseURL: flow.baseURL,
            frame: scope.frame + step.frame,
            deadline: deadline
        )
        do {
            if let action {
                let report = try await context.perform(action)
                saved.merge(context.saved) { $1 }
                result.attempts = report.attempts
                result.notes += report.notes
            }
            if !step.expect.isEmpty {
                result.notes += try await page.expect(step.expect, frame: context.frame, until: deadline)
            }
        } catch let error as BrowserError where error.code == .dialog && scope.isDialogExpected(after: step) {
            result.notes.append("a dialog opened, which the next step answers")
        } catch {
            result.fail(error, step, isFlowOver: deadline == scope.deadline && .now >= deadline)
        }
    }

    /// Runs the steps of a group, and judges its expectations after the last.
    private func group(_ steps: [Step], _ group: Step, _ scope: StepScope, _ result: inout StepResult) async {
        var inner = scope
        inner.group = group.name
        inner.frame = group.frame
        if let timeout = group.timeout { inner.deadline = min(scope.deadline, .now + timeout) }
        for (index, step) in steps.enumerated() {
            let goesOn = result.outcome == .passed || (result.failure == nil)
            guard goesOn else {
                result.steps.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            inner.number = index + 1
            inner.next = steps.dropFirst(index + 1).first ?? (group.expect.isEmpty ? scope.next : nil)
            let stepResult = await run(step, in: inner)
            result.steps.append(stepResult)
            if stepResult.outcome != .passed, result.outcome == .passed {
                result.outcome = stepResult.outcome
            }
            if stepResult.outcome != .passed, !(step.isSoft && stepResult.outcome == .failed) {
                result.failure = stepResult.failure
            }
        }
        if result.failure == nil, !group.expect.isEmpty {
            await act(nil, group, inner, &result)
        }
        result.failure = result.failure ?? result.steps.lazy.compactMap(\.failure).first
    }

    /// Notes where the page is and keeps a picture of it; what cannot be had is a note and no failure.
    private func record(_ step: Step, _ scope: StepScope, _ result: inout StepResult) async {
        guard scope.group == nil else { return }
        let taken = await evidence.take(of: page, step, scope, isFailed: result.failure != nil)
        (result.url, result.title, result.screenshot) = (taken.url, taken.title, taken.screenshot)
        result.notes += taken.notes
    }
}
