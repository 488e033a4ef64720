package import CanaryModel

/// Which step of an attempt ran when.
package struct StepTimeline: Sendable {
    private struct Begin {
        let step: String
        let time: Timestamp
    }

    /// The most that a step holds of what the console said and of the requests that failed.
    private static let most = 50

    private let begins: [Begin]

    package init(_ attempt: AttemptResult) {
        let steps = Self.begins(of: attempt.steps, "") + Self.begins(of: attempt.cleanup, "cleanup ")
        begins = steps.sorted { $0.time.milliseconds < $1.time.milliseconds }
    }

    /// A group and its first step begin together: the step comes behind, and is the one that is named.
    private static func begins(of steps: [StepResult], _ prefix: String) -> [Begin] {
        steps.flatMap { step -> [Begin] in
            guard let time = step.started else { return [] }
            let name = "\(prefix)\(step.number)"
            return [Begin(step: name, time: time)] + begins(of: step.steps, name + ".")
        }
    }

    /// The step that had begun last at a moment, by its numbers; `nil`: none had.
    package func step(at time: Timestamp) -> String? {
        begins.last { $0.time.milliseconds <= time.milliseconds }?.step
    }

    private static func notes(_ count: Int, _ subject: String) -> [String] {
        count > most ? ["the first \(most) of \(count) \(subject) are listed"] : []
    }

    /// Gives steps what came during them.
    package func give(
        _ console: [ConsoleEntry],
        _ requests: [(step: String?, request: FailedRequest)],
        to attempt: inout AttemptResult
    ) {
        let entries = Dictionary(grouping: console, by: \.step)
        let failed = Dictionary(grouping: requests, by: \.step).mapValues { $0.map(\.request) }
        func given(_ step: StepResult, _ prefix: String) -> StepResult {
            let name = "\(prefix)\(step.number)"
            var step = step
            let (said, refused) = (entries[name] ?? [], failed[name] ?? [])
            step.console = Array(said.prefix(Self.most))
            step.requests = Array(refused.prefix(Self.most))
            step.notes += Self.notes(said.count, "warnings and errors of the console")
            step.notes += Self.notes(refused.count, "requests that failed")
            step.steps = step.steps.map { given($0, name + ".") }
            return step
        }
        attempt.steps = attempt.steps.map { given($0, "") }
        attempt.cleanup = attempt.cleanup.map { given($0, "cleanup ") }
    }
}
