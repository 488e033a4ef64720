import CanaryModel

extension StepRunner {
    /// Does what a step says, where there is time and everything it needs was saved.
    func perform(_ step: Step, _ scope: StepScope, _ progress: inout StepProgress) async {
        if .now >= scope.deadline {
            progress.isUnbegun = true
            return progress.fail(await usedUp(scope.budget), step)
        }
        do {
            let action = try step.action(with: saved)
            let frame = try step.frame(with: saved)
            var scope = scope
            let besides = await executor.timeBesides
            if let note = try await executor.prepare(for: step, isCleanup: scope.isCleanup) {
                progress.result.notes.append(note)
            }
            scope.deadline += await executor.timeBesides - besides
            switch step.content {
            case .action: await act(step, action, frame, scope, &progress)
            case .group(let steps): await group(steps, step, frame, scope, &progress)
            }
        } catch {
            progress.isUnbegun = true
            progress.fail(error, step)
        }
    }

    /// The error for a step that is not begun any more.
    private func usedUp(_ budget: String) async -> RunError {
        let message = "\(budget) was used up before this step"
        if let starved = await executor.starvation {
            return RunError(starved.code, "\(starved.description): \(message)", help: starved.help)
        }
        return RunError(.budget, message, help: "raise its `timeout`, or find the steps that took so long")
    }

    /// Does the action of a step, if any, and judges its expectations, within one time.
    private func act(
        _ step: Step,
        _ action: Action?,
        _ frame: [Target],
        _ scope: StepScope,
        _ progress: inout StepProgress
    ) async {
        let time = time(of: step)
        let task = StepTask(
            step: step,
            action: action,
            frame: scope.frame + frame,
            scope: scope,
            deadline: min(scope.deadline, .now + time),
            time: time,
            saved: saved
        )
        (progress, saved) = await executor.act(task, progress)
        if let end = progress.failedAt, end >= task.deadline, task.deadline == scope.deadline,
            progress.result.outcome == .failed
        {
            let help = progress.result.failure?.help
            progress.result.failure?.help =
                help ?? "the time of the flow or group ended the step: raise its `timeout`"
        }
    }

    /// The step's own time; a pause is not part of it, nor how long a request is sent again.
    private func time(of step: Step) -> Duration {
        let time = step.timeout ?? flow.stepTimeout
        guard case .action(let action?) = step.content else { return time }
        return time + (action.pause ?? action.retryLimit ?? .zero)
    }

    /// Runs the steps of a group, and judges its expectations after the last.
    private func group(
        _ steps: [Step],
        _ group: Step,
        _ frame: [Target],
        _ scope: StepScope,
        _ progress: inout StepProgress
    ) async {
        var inner = scope.inside(group, frame: frame)
        var succession = StepSuccession()
        for (index, step) in steps.enumerated() {
            guard succession.goesOn else {
                progress.result.steps.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            inner.number = index + 1
            inner.next = steps.dropFirst(index + 1).first ?? (group.expect.isEmpty ? scope.next : nil)
            progress.take(await run(step, in: inner))
            succession.take(step, endsFlow: progress.endsFlow)
        }
        progress.endsFlow = succession.hasFailed
        if !progress.endsFlow, !group.expect.isEmpty || !group.warn.isEmpty {
            // The group's frame is among its own as a step; only its time is that of its steps.
            var outer = scope
            outer.deadline = inner.deadline
            await act(group, nil, frame, outer, &progress)
        }
        if group.isSoft, progress.result.outcome == .failed { progress.endsFlow = false }
    }
}
