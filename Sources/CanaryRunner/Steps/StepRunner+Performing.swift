import CanaryBrowser
import CanaryModel

extension StepRunner {
    /// Does what a step says, where there is time and everything it needs was saved.
    func perform(_ step: Step, _ scope: StepScope, _ progress: inout StepProgress) async {
        if .now >= scope.deadline {
            progress.isPageUntouched = true
            return progress.fail(await usedUp(scope.budget), step)
        }
        do {
            let step = try step.resolved(with: saved)
            var scope = scope
            let besides = timeBesides
            if let note = try await renewPage(isCleanup: scope.isCleanup) {
                progress.result.notes.append(note)
            }
            scope.deadline += timeBesides - besides
            switch step.content {
            case .action(let action): await act(action, step, scope, &progress)
            case .group(let steps): await group(steps, step, scope, &progress)
            }
        } catch {
            progress.isPageUntouched = true
            progress.fail(error, step)
        }
    }

    /// The error for a step that is not begun any more: a machine that was too busy all the time is no fault of the site.
    private func usedUp(_ budget: String) async -> BrowserError {
        let message = "\(budget) was used up before this step"
        if let starved = await page.starvation {
            return BrowserError(.starved, "\(starved.message): \(message)", help: starved.help)
        }
        return BrowserError(
            .budget,
            message,
            help: "raise its `timeout`, or find the steps that took so long"
        )
    }

    /// Does the action of a step and judges its expectations, within one budget.
    private func act(
        _ action: Action?,
        _ step: Step,
        _ scope: StepScope,
        _ progress: inout StepProgress
    ) async {
        let deadline = min(scope.deadline, .now + budget(of: step))
        var context = ActionContext(
            page: page,
            baseURL: flow.baseURL,
            files: flow.files,
            frame: scope.frame + step.frame,
            status: step.status,
            allowStatus: flow.allowStatus,
            deadline: deadline
        )
        await page.beginStep(until: deadline, time: budget(of: step), isExplaining: !step.isOptional)
        starts = (.now(), starts.now)
        do {
            try await perform(action, step, &context, &progress)
        } catch let error as BrowserError where error.code == .dialog && scope.isDialogExpected(after: step) {
            progress.isDialogOpen = true
            progress.result.notes.append("a dialog opened, which the next step answers")
        } catch {
            let isFlowOver = deadline == scope.deadline && .now >= deadline
            if let reason = await landingError(behind: error, step, &progress) {
                progress.fail(reason, step, isFlowOver: isFlowOver)
            } else {
                progress.fail(await judged(error, scope), step, isFlowOver: isFlowOver)
                await addCauses(step, &progress)
            }
            progress.result.notes += await page.takeLostEvidence()
        }
        await noteFrames(&progress)
    }

    /// Does an action, then judges what the step expects and the document that it has come to: again where that one has
    /// failed and the page goes on to another.
    private func perform(
        _ action: Action?,
        _ step: Step,
        _ context: inout ActionContext,
        _ progress: inout StepProgress
    ) async throws {
        var arrival = Arrival(from: await page.landing)
        if let action { try await perform(action, &context, &progress) }
        arrival.see(await page.landing)
        try await expect(step, context, &progress)
        while try await goesOn(&arrival, step, context.deadline, &progress) {
            if case .waitFor? = action, let action { try await perform(action, &context, &progress) }
            try await expect(step, context, &progress)
        }
    }

    private func perform(
        _ action: Action,
        _ context: inout ActionContext,
        _ progress: inout StepProgress
    ) async throws {
        let report = try await context.perform(action)
        saved.merge(context.saved) { $1 }
        progress.result.attempts = report.attempts
        progress.result.notes += report.notes
    }

    /// Judges what the step expects, of which its action may have saved a part.
    private func expect(
        _ step: Step,
        _ context: ActionContext,
        _ progress: inout StepProgress
    ) async throws {
        let expected = try step.expectations(with: saved)
        if expected.isEmpty {
            if case .action(.waitFor?) = step.content { return }
            return try await page.awaitReading(until: context.deadline)
        }
        progress.result.notes += try await page.expect(
            expected,
            frame: context.frame,
            until: context.deadline
        )
    }

    /// The step's own time; a pause is not part of it.
    private func budget(of step: Step) -> Duration {
        let time = step.timeout ?? flow.stepTimeout
        guard case .action(.pause(let pause)) = step.content else { return time }
        return time + pause
    }

    /// Runs the steps of a group, and judges its expectations after the last.
    private func group(
        _ steps: [Step],
        _ group: Step,
        _ scope: StepScope,
        _ progress: inout StepProgress
    ) async {
        var inner = scope.inside(group)
        for (index, step) in steps.enumerated() {
            guard !progress.endsFlow else {
                progress.result.steps.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            inner.number = index + 1
            inner.next = steps.dropFirst(index + 1).first ?? (group.expect.isEmpty ? scope.next : nil)
            progress.take(await run(step, in: inner))
        }
        if !progress.endsFlow, !group.expect.isEmpty {
            // The group's frame is among its own as a step; only its time is that of its steps.
            var outer = scope
            outer.deadline = inner.deadline
            await act(nil, group, outer, &progress)
        }
        if group.isSoft, progress.result.outcome == .failed { progress.endsFlow = false }
    }
}
