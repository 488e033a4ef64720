import CanaryBrowser

/// The documents that a step comes to.
struct Arrival {
    /// Where the page was before the step.
    private let origin: Landing?
    /// Those that it came to, the newest last.
    private(set) var landings: [Landing] = []

    init(from origin: Landing?) { self.origin = origin }

    /// Takes in where the page is.
    mutating func see(_ landing: Landing?) {
        guard let landing, !landing.isSame(as: origin), !landing.isSame(as: landings.last) else { return }
        landings.append(landing)
    }
}
