import CanaryBrowser
import CanaryModel
import CanaryRunner

extension PageExecutor {
    /// Notes where the page is and keeps a picture of it.
    ///
    /// A group that passes has one picture; in one that fails, so has the step that failed. What cannot be had is
    /// a note and no failure.
    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: JSONValue]
    ) async -> StepProgress {
        var progress = progress
        await capture(step, StepPicture(step, saved: saved), scope, &progress)
        return progress
    }

    private func capture(
        _ step: Step,
        _ wanted: StepPicture,
        _ scope: StepScope,
        _ progress: inout StepProgress
    ) async {
        let didFail = progress.result.failure != nil || progress.isForgiven
        // A driver that is gone, or a run that was interrupted, cannot be asked for a dialog.
        let mayLeaveDialog = progress.result.outcome == .failed || progress.isForgiven
        isDialogOpen = progress.isDialogOpen
        if let reason = await page.endedBecause {
            if scope.group == nil || didFail { progress.result.notes.append("no screenshot: \(reason)") }
            return
        }
        if mayLeaveDialog { progress.result.notes += await evidence.dismissDialog(of: page) }
        guard scope.group == nil || progress.result.failure != nil else { return }
        if progress.isDialogOpen {
            progress.result.notes.append(Evidence.openDialog)
        } else if progress.endsFlow, let last = progress.result.steps.last(where: { $0.outcome != .skipped }),
            last.failure == progress.result.failure, last.screenshot != nil
        {
            // The step that ended the group has just been pictured.
            progress.result.show(last)
        } else {
            let taken = await evidence.take(of: page, step, wanted, scope, progress)
            isWindowGone = taken.isWindowGone
            progress.result.show(taken)
            progress.result.notes += taken.notes
        }
        await keepDOM(progress)
    }

    /// Masks what a failure shows of elements that each hold a part of a secret: nothing else finds a part.
    func maskParts(_ progress: inout StepProgress) async {
        guard let failure = progress.result.failure, !failure.diagnoses.isEmpty, !flow.allSecrets.isEmpty,
            !progress.isDialogOpen
        else { return }
        do {
            let parts = try await page.partsOfSecrets(flow.allSecrets, until: .now + .seconds(2))
            if parts.isEmpty { return }
            let redactor = Redactor(secrets: Array(parts))
            var masked = failure.redacted(by: redactor)
            masked.diagnoses = zip(masked.diagnoses, failure.diagnoses).map { masked, diagnosis in
                var masked = masked.withoutRests
                masked.failedTarget = diagnosis.failedTarget
                return masked
            }
            progress.result.failure = masked
            progress.result.notes = progress.result.notes.map(redactor.redact)
        } catch {
            // A page that cannot be asked any more: what it showed of elements is left out.
            progress.result.failure?.diagnoses = failure.diagnoses.map(\.withoutElements)
        }
    }
}

extension Diagnosis {
    /// With all of a word masked of which a part is: what is left of it may be of the secret too.
    fileprivate var withoutRests: Diagnosis {
        var diagnosis = self
        diagnosis.elements = elements.map(Self.withoutRest)
        diagnosis.suggestions = suggestions.map(Self.withoutRest)
        return diagnosis
    }

    private static func withoutRest(_ text: String) -> String {
        text.replacing(/[\p{L}\p{N}]*\*\*\*[\p{L}\p{N}]*/, with: Redactor.mask)
    }

    /// Without the elements that it names besides its target.
    fileprivate var withoutElements: Diagnosis {
        var diagnosis = self
        (diagnosis.elements, diagnosis.suggestions) = ([], [])
        return diagnosis
    }
}

extension StepResult {
    /// Takes in what the page showed after the step.
    fileprivate mutating func show(_ taken: Evidence.Taken) {
        (url, title, screenshot) = (taken.url, taken.title, taken.screenshot)
        (region, cover) = (taken.region, taken.cover)
    }

    /// Takes in what the page showed after the last step of the group.
    fileprivate mutating func show(_ last: StepResult) {
        (url, title, screenshot) = (last.url, last.title, last.screenshot)
        (region, cover) = (last.region, last.cover)
    }
}
