import CanaryBrowser
import CanaryModel
import CanaryRunner

extension PageExecutor {
    /// Adds to the failure of a check what went wrong on the page before, which may be why.
    func addCauses(_ step: Step, _ progress: inout StepProgress) async {
        guard !step.isOptional, progress.result.failure?.code.hasCauses == true,
            await page.endedBecause == nil
        else { return }
        do {
            try await readLogs()
        } catch {
            progress.result.notes.append("what the page's logs say is not known: \(Failure(error).message)")
        }
        let landing = await page.landing
        let trouble = logs.trouble(since: starts.before ?? starts.now)
        var search = CauseSearch(
            page: landing?.url ?? "",
            documentBegan: landing?.began,
            documentCame: landing?.cameAt ?? landing?.began,
            stepBegan: starts.now,
            failurePolicy: flow.failurePolicy
        )
        if let landing, let status = landing.status, !(step.status + flow.allowStatus).contains(status) {
            search.take(document: landing.url, logs.request(of: landing)?.method, status: status)
        }
        search.take(trouble.console)
        search.take(trouble.requests)
        search.take(await page.flaws(until: .now + .seconds(2)))
        progress.result.failure?.causes = search.causes
    }
}

extension FailureCode {
    /// Whether something else may be behind a failure of this kind: others are the reason themselves.
    fileprivate var hasCauses: Bool {
        switch self {
        case .selector, .expectation, .value, .window, .dialog, .script: true
        default: false
        }
    }
}
