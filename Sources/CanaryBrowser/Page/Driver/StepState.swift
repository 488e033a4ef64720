/// What a step has brought with it, and what was borrowed and lost during it.
struct StepState {
    /// Whether it is looked for what came too late and what may have been meant, where a wait was in vain.
    var isExplaining = true
    /// The time that the step has beyond its own, since the machine is busy.
    var loan = Loan()
    /// What was lost of the evidence of a failure, and why.
    var lostEvidence: [String] = []
}
