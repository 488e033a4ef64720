import CanaryModel

/// Where a step stands while it runs.
struct StepScope {
    /// Its number in its list, from 1.
    var number: Int
    /// Whether it is one of `cleanup`.
    var isCleanup = false
    /// The name of the group it is in.
    var group: String?
    /// The frames of the group it is in.
    var frame: [Target] = []
    /// When the time of its group or flow is over.
    var deadline: ContinuousClock.Instant
    /// The step after it.
    var next: Step?

    init(number: Int, isCleanup: Bool = false, deadline: ContinuousClock.Instant, next: Step?) {
        self.number = number
        self.isCleanup = isCleanup
        self.deadline = deadline
        self.next = next
    }

    /// Whether a dialog that a step leaves open is answered by the step after it.
    func isDialogExpected(after step: Step) -> Bool {
        guard step.expect.isEmpty, var next else { return false }
        if case .group(let steps) = next.content, let first = steps.first { next = first }
        if case .action(.dialog) = next.content { return true }
        return false
    }
}
