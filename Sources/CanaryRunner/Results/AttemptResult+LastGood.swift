import CanaryModel

extension AttemptResult {
    /// Gives each step that did not pass the picture of the same step in the newest earlier run that passed.
    ///
    /// The names must be masked, as those of earlier runs are.
    mutating func findLastGood(in runs: any RunHistory, flow: String) {
        guard let (run, earlier) = runs.lastPassed(flow) else { return }
        let find = { (path: String?, taken: Timestamp?) -> PreviousPicture? in
            guard let path, let taken, runs.holds(path, of: run) else { return nil }
            return PreviousPicture(run: run, taken: taken, path: "../\(run)/\(path)")
        }
        steps = steps.map { $0.withLastGood(among: earlier.steps, outer: nil, find) }
        cleanup = cleanup.map { $0.withLastGood(among: earlier.cleanup, outer: nil, find) }
    }
}

extension StepResult {
    /// `outer` is the picture of its group, which is that of all its steps.
    fileprivate func withLastGood(
        among earlier: [StepResult],
        outer: PreviousPicture?,
        _ find: (String?, Timestamp?) -> PreviousPicture?
    ) -> StepResult {
        guard failure != nil else { return self }
        let same =
            earlier.first { $0.number == number && $0.name == name } ?? earlier.first { $0.name == name }
        var result = self
        result.lastGood = same.flatMap { find($0.screenshot, $0.started) } ?? outer
        result.steps = steps.map { step in
            step.withLastGood(among: same?.steps ?? [], outer: result.lastGood, find)
        }
        return result
    }
}
