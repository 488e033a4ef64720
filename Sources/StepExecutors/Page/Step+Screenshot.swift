import CanaryModel

extension Step {
    /// What a picture of it shows: as it says itself, else as its flow does.
    ///
    /// One that failed is shown in view, where the failure is framed, also where it asks for no picture itself; a flow
    /// that wants none gets none.
    func picture(didFail: Bool, _ options: EvidenceOptions) -> StepScreenshot {
        if didFail {
            let isUnwanted = options.screenshots == .none && (screenshot ?? StepScreenshot.none) == .none
            return isUnwanted ? .none : .viewport
        }
        return screenshot ?? (options.screenshots == .all ? .viewport : .none)
    }
}
