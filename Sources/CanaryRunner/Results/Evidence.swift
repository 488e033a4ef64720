import CanaryBrowser
import CanaryModel
import Foundation

/// Keeps the evidence of one attempt at a flow in the run's folder.
struct Evidence: Sendable {
    /// What was kept of a step.
    struct Taken {
        var url: String?
        var title: String?
        /// The picture's path, relative to the run's folder.
        var screenshot: String?
        var notes: [String] = []
    }

    let folder: RunFolder
    /// The attempt's folder in the run's folder: `login`, `login/attempt-2`.
    let path: String
    let redactor: Redactor

    init(folder: RunFolder, flow: String, attempt: Int, redactor: Redactor) {
        self.folder = folder
        path = attempt == 1 ? flow : "\(flow)/attempt-\(attempt)"
        self.redactor = redactor
    }

    /// How long the picture and what is told of the page may take: outside the step's own time, since a
    /// picture can take the driver 10 s in a bad moment.
    private static let longest = Duration.seconds(15)

    /// Tells where the page is and takes a picture of it.
    ///
    /// - Returns: What could be had, with a note for what could not.
    func take(of page: Page, _ step: Step, _ scope: StepScope, isFailed: Bool) async -> Taken {
        var taken = Taken()
        if let reason = await page.endedBecause {
            taken.notes.append("no screenshot: \(reason)")
            return taken
        }
        let deadline = ContinuousClock.now + Self.longest
        do {
            if isFailed, let said = try await page.dismissDialog(until: deadline) {
                taken.notes.append("the dialog \"\(said)\" was dismissed")
            }
            (taken.url, taken.title) = try await page.place(until: deadline)
            guard step.takesScreenshot || isFailed else { return taken }
            let picture = try await page.screenshot(until: deadline)
            let name = redactor.redact(step.name)
            let file = "\(path)/\(FileName.screenshot(scope.number, name, isCleanup: scope.isCleanup))"
            try folder.write(picture, to: file)
            taken.screenshot = file
        } catch {
            taken.notes.append("no screenshot: \(Failure(error).message)")
        }
        return taken
    }
}
