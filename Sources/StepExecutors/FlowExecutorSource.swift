import CanaryModel
import CanaryRunner

/// Opens what the steps of a flow are done with.
struct FlowExecutorSource: ExecutorSource {
    let flow: Flow
    /// The version of canary, for what is sent.
    let version: String
    let pages: PageExecutorSource

    func open(_ need: StepNeed, keepingIn evidence: Evidence) async throws(OpeningError) -> any StepExecutor {
        switch need {
        case .page: try await pages.open(keepingIn: evidence)
        case .client:
            RequestExecutor(flow, version: version, keepingIn: evidence) { [pages] in await pages.page }
        }
    }
}
