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
        /// Whether the page's window is gone.
        var isWindowGone = false
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
    /// - Parameters:
    ///   - page: The page after the step.
    ///   - step: The step.
    ///   - scope: Where it stands.
    ///   - progress: What came of it; one that failed is pictured whatever it says.
    /// - Returns: What could be had, with a note for what could not.
    func take(of page: Page, _ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> Taken {
        var taken = Taken()
        let isFailed = progress.result.failure != nil
        do {
            let deadline = ContinuousClock.now + Self.longest
            (taken.url, taken.title) = try await page.place(until: deadline)
            guard step.screenshot != StepScreenshot.none || isFailed else { return taken }
            let picture = try await page.screenshot(until: deadline)
            let name = redactor.redact(step.name)
            let file = "\(path)/\(FileName.screenshot(scope.numbers, name, isCleanup: scope.isCleanup))"
            try folder.write(picture, to: file)
            taken.screenshot = file
        } catch let error as BrowserError where error.code == .dialog && scope.isDialogExpected(after: step) {
            taken.notes.append(Self.openDialog)
        } catch {
            let failure = Failure(error)
            taken.isWindowGone = failure.code == .window
            taken.notes.append("no screenshot: \(failure.message)")
        }
        return taken
    }

    /// Dismisses a dialog that a failed step left open, so that a picture can be taken and the flow can go on.
    ///
    /// - Returns: Notes: what it said, or why it could not be dismissed.
    func dismissDialog(of page: Page) async -> [String] {
        do {
            let said = try await page.dismissDialog(until: .now + Self.longest)
            return said.map { ["the dialog \"\($0)\" was dismissed"] } ?? []
        } catch {
            return ["a dialog could not be looked for: \(Failure(error).message)"]
        }
    }

    /// Why there is no picture while a dialog waits for the step that answers it.
    static let openDialog = "no screenshot: a dialog is open"
}
