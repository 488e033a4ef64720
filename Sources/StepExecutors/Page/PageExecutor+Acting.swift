import CanaryAPI
import CanaryBrowser
import CanaryModel
import CanaryRunner

extension PageExecutor {
    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: JSONValue]) {
        var progress = progress
        saved = task.saved
        await act(task, &progress)
        return (progress, saved)
    }

    private func act(_ task: StepTask, _ progress: inout StepProgress) async {
        let (step, scope, deadline) = (task.step, task.scope, task.deadline)
        var context = ActionContext(
            page: page,
            baseURL: flow.baseURL,
            files: flow.files,
            frame: task.frame,
            status: step.status,
            allowStatus: flow.allowStatus,
            deadline: deadline
        )
        await page.beginStep(until: deadline, time: task.time, isExplaining: !step.isOptional)
        starts = (.now(), starts.now)
        let start = ContinuousClock.now
        do {
            try await perform(task.action, step, &context, &progress)
            try await warn(step, context, after: start.duration(to: .now), &progress)
        } catch let error as BrowserError where error.code == .dialog && scope.isDialogExpected(after: step) {
            progress.isDialogOpen = true
            progress.result.notes.append("a dialog opened, which the next step answers")
        } catch {
            let end = ContinuousClock.now
            if let reason = await landingError(behind: error, step, &progress) {
                progress.fail(reason, step, at: end)
            } else {
                progress.fail(await judged(error, scope), step, at: end)
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
        try await expect(action, step, context, &progress)
        while try await goesOn(&arrival, step, context.deadline, &progress) {
            if case .waitFor? = action, let action { try await perform(action, &context, &progress) }
            try await expect(action, step, context, &progress)
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

    /// Judges what the step warns of, at one look, since it has passed.
    private func warn(
        _ step: Step,
        _ context: ActionContext,
        after duration: Duration,
        _ progress: inout StepProgress
    ) async throws {
        let conditions = try step.warnings(with: saved)
        if conditions.isEmpty { return }
        var warnings = conditions.compactMap { $0.diagnosis(ofDuration: duration.milliseconds) }
        do {
            let onPage = conditions.filter { !$0.isOfResponse }
            if !onPage.isEmpty { try await page.judge(onPage, frame: context.frame) }
        } catch  where error.code == .dialog {
            throw error
        } catch {
            // The step has passed, and a page that is lost is the failure of the next one.
            warnings += error.diagnoses
            if error.diagnoses.isEmpty { progress.result.notes.append("`warn` was not judged: \(error)") }
        }
        if !warnings.isEmpty { progress.result.warnings = warnings }
    }

    /// Judges what the step expects, of which its action may have saved a part.
    private func expect(
        _ action: Action?,
        _ step: Step,
        _ context: ActionContext,
        _ progress: inout StepProgress
    ) async throws {
        let expected = try step.expectations(with: saved)
        if expected.isEmpty {
            if case .waitFor? = action { return }
            return try await page.awaitReading(until: context.deadline)
        }
        progress.result.notes += try await page.expect(
            expected,
            frame: context.frame,
            until: context.deadline
        )
    }
}
