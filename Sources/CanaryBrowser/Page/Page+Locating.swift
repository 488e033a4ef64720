public import CanaryModel
import WebDriver

extension Page {
    /// Where a target that failed lies in a picture of the viewport taken now.
    ///
    /// - Parameters:
    ///   - target: The target.
    ///   - frame: The frames of its step.
    ///   - isCovered: Whether what covers it is wanted, where something does.
    ///   - deadline: When to give up.
    /// - Returns: The region; `nil` where nothing of it is to be seen, or the page cannot tell.
    /// - Throws: `BrowserError`, which is no failure for whoever only wants to frame it.
    public func region(
        of target: Target,
        frame: [Target],
        isCovered: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws -> PictureRegion? {
        do {
            try await enter(frame + target.frame, until: min(deadline, .now + .milliseconds(100)))
            let found = try await resolved(target, CandidateSearch(longest: .zero, deadline: deadline))
            return try await attempt(
                Command<PictureRegion?>.executeSync(PageScript.locate, arguments: [found, isCovered]),
                until: deadline
            )
        } catch let error as WebDriverError {
            throw await explained(error)
        }
    }
}
