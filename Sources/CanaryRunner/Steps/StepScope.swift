package import CanaryModel

/// Where a step stands while it runs.
package struct StepScope {
    /// Its number in its list, from 1.
    package var number: Int
    /// Whether it is one of `cleanup`.
    package var isCleanup = false
    /// The name of the group it is in.
    package var group: String?
    /// The number of that group in its list.
    package var groupNumber: Int?
    /// The frames of the group it is in.
    package var frame: [Target] = []
    /// When the time of its group or flow is over.
    package var deadline: ContinuousClock.Instant
    /// That time in words: `the flow's time of 60.0 s`.
    package var budget: String
    /// The step after it.
    package var next: Step?

    package init(
        number: Int,
        isCleanup: Bool = false,
        deadline: ContinuousClock.Instant,
        budget: String,
        next: Step?
    ) {
        self.number = number
        self.isCleanup = isCleanup
        self.deadline = deadline
        self.budget = budget
        self.next = next
    }

    /// Its numbers, that of its group first.
    package var numbers: [Int] { [groupNumber, number].compactMap(\.self) }

    /// The scope of the steps of a group: its frame and name, and its time where it has one of its own.
    package func inside(_ group: Step, frame: [Target]) -> StepScope {
        var inner = self
        (inner.group, inner.groupNumber) = (group.name, number)
        inner.frame += frame
        if let timeout = group.timeout, .now + timeout < deadline {
            inner.deadline = .now + timeout
            inner.budget = "the group's time of \(timeout.milliseconds.elapsed)"
        }
        return inner
    }

    /// Whether a dialog that a step leaves open is answered by the step after it.
    package func isDialogExpected(after step: Step) -> Bool {
        guard step.expect.isEmpty, var next else { return false }
        if case .group(let steps) = next.content, let first = steps.first { next = first }
        if case .action(let action?) = next.content { return action.kind == .dialog }
        return false
    }
}
