import CanaryModel
import CanaryRunner

extension AttemptResult {
    /// What its steps sent, with the numbers of the steps.
    var numberedExchanges: [HTTPArchive.Entry] {
        let timeline = StepTimeline(self)
        return exchanges.map { entry in
            var entry = entry
            entry.step = timeline.step(at: entry.startedDateTime)
            return entry
        }
    }
}
