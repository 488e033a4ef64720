/// What a step's screenshot shows.
public enum StepScreenshot: Sendable, Hashable {
    /// What is in view.
    case viewport
    /// The whole page.
    case fullPage
    /// One element.
    case element(Target)
    /// There is none, unless the step fails.
    case none
}
