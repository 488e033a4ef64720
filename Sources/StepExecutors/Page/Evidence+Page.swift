import CanaryBrowser
import CanaryModel
import CanaryRunner
import Foundation

// What is kept of a page.

extension Evidence {
    /// What was kept of a step.
    struct Taken {
        var url: String?
        var title: String?
        /// The picture's path, relative to the run's folder.
        var screenshot: String?
        /// Where in it the element that failed lies.
        var region: PictureRegion?
        /// Where in it what covers the element lies.
        var cover: PictureRegion?
        var notes: [String] = []
        /// Whether the page's window is gone.
        var isWindowGone = false
    }

    /// How long the picture and what is asked of the page may take: outside the step's own time, since a
    /// picture can take the driver 10 s in a bad moment.
    private static let longest = Duration.seconds(15)
    /// How long they may take where nothing follows that would have to wait until the driver is done with them.
    private static let longestAtEnd = Duration.seconds(5)

    /// Tells where the page is and takes a picture of it.
    ///
    /// - Parameters:
    ///   - page: The page after the step.
    ///   - step: The step.
    ///   - wanted: What its picture shows.
    ///   - scope: Where it stands.
    ///   - progress: What came of it; one that failed is pictured whatever it says.
    /// - Returns: What could be had, with a note for what could not.
    func take(
        of page: Page,
        _ step: Step,
        _ wanted: StepPicture,
        _ scope: StepScope,
        _ progress: StepProgress
    ) async -> Taken {
        var taken = Taken()
        do {
            let limit = isEnd(scope, progress) ? Self.longestAtEnd : Self.longest
            let deadline = ContinuousClock.now + limit
            (taken.url, taken.title) = try await page.place(until: deadline)
            let subject = wanted.subject(didFail: progress.result.failure != nil, flow.evidence)
            if subject == .none { return taken }
            let framed = try await picture(of: page, subject, wanted, scope, progress, until: deadline)
            taken.screenshot = try keep(framed.png, of: step, scope, progress)
            (taken.region, taken.cover) = (framed.element, framed.cover)
            // By a slip in a mask, what it is to hide is shown.
            taken.notes += framed.idleMasks.filter(wanted.mask.contains).map {
                "\($0.written) matched nothing to mask"
            }
        } catch let error as BrowserError where error.code == .dialog && scope.isDialogExpected(after: step) {
            taken.notes.append(Self.openDialog)
        } catch {
            let failure = Failure(error)
            taken.isWindowGone = failure.code == .window
            taken.notes.append("no screenshot: \(failure.sentences.first ?? failure.message)")
        }
        return taken
    }

    /// Takes the picture, with what failed framed in it where something did.
    private func picture(
        of page: Page,
        _ subject: StepScreenshot,
        _ wanted: StepPicture,
        _ scope: StepScope,
        _ progress: StepProgress,
        until deadline: ContinuousClock.Instant
    ) async throws -> FramedPicture {
        let frame = scope.frame + wanted.frame
        let mask = PictureMask(targets: flow.evidence.mask + wanted.mask, secrets: flow.allSecrets)
        if let failed = progress.failedTarget(in: wanted, frame: frame) {
            return try await page.screenshot(framing: failed, masking: mask, frame: frame, until: deadline)
        }
        return try await page.picture(of: subject, masking: mask, frame: frame, until: deadline)
    }

    /// Whether no step comes after this one.
    private func isEnd(_ scope: StepScope, _ progress: StepProgress) -> Bool {
        let isLastOfList = scope.next == nil && scope.group == nil
        return scope.isCleanup ? isLastOfList : flow.cleanup.isEmpty && (isLastOfList || progress.endsFlow)
    }

    /// Writes the DOM of a page.
    ///
    /// - Returns: The file's path, or a note on why there is none.
    func keepDOM(of page: Page) async -> (file: String?, note: String?) {
        do {
            let html = try await page.snapshot(until: .now + .seconds(3)).html(redactedBy: redactor)
            return (try keep(Data(html.utf8), in: "\(path)/failure.html", .failedStep), nil)
        } catch {
            return (nil, "the DOM could not be kept: \(Failure(error).message)")
        }
    }

    /// Dismisses a dialog that a failed step left open, so that a picture can be taken and the flow can go on.
    ///
    /// - Returns: Notes: what it said, or why it could not be dismissed.
    func dismissDialog(
        of page: Page,
        until deadline: ContinuousClock.Instant = .now + Self.longest
    ) async -> [String] {
        do {
            let said = try await page.dismissDialog(until: deadline)
            return said.map { ["the dialog \"\($0)\" was dismissed"] } ?? []
        } catch {
            return ["a dialog could not be looked for: \(Failure(error).message)"]
        }
    }

    /// Why there is no picture while a dialog waits for the step that answers it.
    static let openDialog = "no screenshot: a dialog is open"
}

extension StepProgress {
    /// The target that the step's failure is about: the first that was there; `nil` where none was.
    ///
    /// Nor for a group whose step has failed: that looked in frames of its own, and had a picture then.
    fileprivate func failedTarget(in wanted: StepPicture, frame: [Target]) -> FailedTarget? {
        guard let failure = result.failure, !result.steps.contains(where: { $0.failure == failure }) else {
            return nil
        }
        return failure.target(in: wanted, frame: frame)
    }
}

extension Failure {
    fileprivate func target(in wanted: StepPicture, frame: [Target]) -> FailedTarget? {
        if diagnoses.isEmpty, code == .value {
            return wanted.actionTarget.map { FailedTarget($0, frame: frame, isCovered: false) }
        }
        let isThere = { (diagnosis: Diagnosis) in diagnosis.matches > 0 && diagnosis.reason != .noFrame }
        guard let diagnosis = diagnoses.first(where: isThere), let target = diagnosis.failedTarget else {
            return nil
        }
        return FailedTarget(target, frame: frame, isCovered: diagnosis.reason == .covered)
    }
}
