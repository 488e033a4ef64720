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

extension StepScreenshot: TextMappable {
    /// What it shows, with each text of its target as `map` has it.
    public func mapped(by map: TextMap) -> StepScreenshot {
        if case .element(let target) = self { .element(map.target(target)) } else { self }
    }
}
