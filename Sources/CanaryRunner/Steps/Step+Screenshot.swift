import CanaryModel

extension Step {
    /// What a picture of it shows: as it says itself, else as its flow does.
    ///
    /// One that failed is shown as it is in view, since that is where the failure is framed.
    func picture(didFail: Bool, _ options: EvidenceOptions) -> StepScreenshot {
        if didFail { return options.screenshots == .none && screenshot == nil ? .none : .viewport }
        return screenshot ?? (options.screenshots == .all ? .viewport : .none)
    }
}
