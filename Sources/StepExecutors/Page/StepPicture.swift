import CanaryModel

/// What the picture of a step shows, with the values of saved variables put in; what was not saved finds nothing.
struct StepPicture {
    /// What the step asks for; `nil`: its flow decides.
    let wish: StepScreenshot?
    /// What is painted over, beside what the flow says.
    let mask: [Target]
    /// The frames that the step looks in, from outer to inner.
    let frame: [Target]
    /// What its action is done to; `nil` where that is nothing on the page.
    let actionTarget: Target?

    /// Puts in the variables that steps so far have saved.
    init(_ step: Step, saved: [String: JSONValue]) {
        wish = step.screenshot?.filled(with: saved)
        mask = step.mask.map { $0.filled(with: saved) }
        frame = step.frame.map { $0.filled(with: saved) }
        if case .action(let action?) = step.content {
            actionTarget = action.filled(with: saved).firstTarget
        } else {
            actionTarget = nil
        }
    }

    /// What it shows: as the step says itself, else as its flow does.
    ///
    /// One that failed is shown in view, where the failure is framed, also where it asks for no picture itself; a flow
    /// that wants none gets none.
    func subject(didFail: Bool, _ options: EvidenceOptions) -> StepScreenshot {
        if didFail {
            let isUnwanted = options.screenshots == .none && (wish ?? StepScreenshot.none) == .none
            return isUnwanted ? .none : .viewport
        }
        return wish ?? (options.screenshots == .all ? .viewport : .none)
    }
}

extension Action {
    fileprivate var firstTarget: Target? {
        var first: Target?
        _ = mapped(by: TextMap(see: { first = first ?? $0 }))
        return first
    }
}
