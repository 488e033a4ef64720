import CanaryBrowser
import CanaryModel
import CanaryRunner

extension PageExecutor {
    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress {
        var progress = progress
        await passGate(step, scope, &progress)
        await maskParts(&progress)
        return progress
    }

    /// Fails a step during which something came that the flow's failure policy does not let pass.
    ///
    /// It replaces no failure of the step's own, and what cannot be read is judged with the next step.
    private func passGate(_ step: Step, _ scope: StepScope, _ progress: inout StepProgress) async {
        guard logs.areReadPerStep, !progress.isUnbegun, await page.endedBecause == nil else { return }
        do {
            try await readLogs()
            if !scope.isCleanup, progress.result.failure == nil,
                let error = logs.judge(on: await page.landing)
            {
                progress.fail(error, step)
            }
        } catch {
            progress.result.notes.append("what the page's logs say is not known: \(Failure(error).message)")
        }
    }

    func readLogs() async throws {
        logs.take(try await logs.read(from: page))
        let ids = logs.takeUnreadBodies()
        if !ids.isEmpty { logs.take(try await page.bodies(of: ids, until: .now + .seconds(3))) }
    }

    /// Keeps the DOM where a step is the first of the attempt that did not pass.
    func keepDOM(_ progress: StepProgress) async {
        guard flow.evidence.dom, dom == nil, progress.result.failure != nil, !progress.isDialogOpen else {
            return
        }
        dom = await evidence.keepDOM(of: page)
    }

    /// Reads the rest of the logs, while there is a session.
    ///
    /// - Returns: Notes: what is not whole.
    func readLastLogs() async -> [String] {
        let notes = [dom?.note].compactMap(\.self) + lostLogs
        do {
            if await page.endedBecause == nil {
                try await readLogs()
            } else {
                logs.take(try await logs.read(from: page))  // its bodies are gone with it
            }
            return notes
        } catch {
            return notes + ["what the page's logs say is not whole: \(Failure(error).message)"]
        }
    }
}
