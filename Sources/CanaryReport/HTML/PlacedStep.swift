import CanaryModel

/// A step with what it is called in its attempt.
struct PlacedStep {
    /// What came of it.
    let result: StepResult
    /// Its number, with that of its group before it: `2`, `2.1`; empty for one of the cleanup.
    let number: String
    /// Its name: `Sign in`, `cleanup: Sign out`.
    let name: String
    /// Whether it is in a group.
    var isInner = false

    /// Number and name.
    var title: String { number.isEmpty ? name : "\(number) \(name)" }

    /// The steps of the group that it is, where it is one.
    var steps: [PlacedStep] {
        result.steps.map { step in
            PlacedStep(
                result: step,
                number: number.isEmpty ? "" : "\(number).\(step.number)",
                name: step.name,
                isInner: true
            )
        }
    }
}

extension AttemptResult {
    /// The steps and cleanup steps, groups as one.
    var placedSteps: [PlacedStep] {
        steps.map { PlacedStep(result: $0, number: "\($0.number)", name: $0.name) }
            + cleanup.map { PlacedStep(result: $0, number: "", name: "cleanup: \($0.name)") }
    }

    /// The step whose picture was taken before that of `step`.
    func pictured(before step: StepResult) -> PlacedStep? {
        let place = allSteps.firstIndex {
            step.screenshot == nil ? $0.result == step : $0.result.screenshot == step.screenshot
        }
        return place.flatMap { allSteps[..<$0].last { $0.result.screenshot != nil } }
    }

    /// The steps that have a picture, in the order of these.
    var picturedSteps: [PlacedStep] { allSteps.filter { $0.result.screenshot != nil } }

    /// All steps; a group has its picture after its last step.
    private var allSteps: [PlacedStep] { placedSteps.flatMap { $0.steps + [$0] } }
}
