/// Something that happens in a run, reported as it happens: to the terminal, to `events.ndjson` and to other programs.
public enum RunEvent: Sendable, Hashable {
    /// The run begins, with these flows.
    case runStarted(run: String, version: String, flows: [String], at: Timestamp)
    /// An attempt at a flow begins.
    case flowStarted(flow: String, attempt: Int, at: Timestamp)
    /// A step begins. `group` names the group it is in.
    case stepStarted(flow: String, attempt: Int, group: String?, number: Int, name: String, at: Timestamp)
    /// A step, or a group with all its steps, ended. `isCleanup`: it is one of `cleanup`.
    case stepEnded(flow: String, attempt: Int, group: String?, isCleanup: Bool, result: StepResult)
    /// An attempt ended.
    case attemptEnded(flow: String, result: AttemptResult)
    /// A flow ended, all attempts included.
    case flowEnded(FlowResult)
    /// The run ended; its reports are written next.
    case runEnded(run: String, state: RunResult.State, outcome: Outcome, duration: Int, failure: Failure?)
}
