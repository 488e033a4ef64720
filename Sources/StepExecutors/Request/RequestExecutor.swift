import CanaryAPI
import CanaryHTTP
import CanaryModel
import CanaryRunner

/// Does the steps that are requests, on connections that last for the attempt.
actor RequestExecutor: StepExecutor {
    private let flow: Flow
    /// The version of canary, for what is sent.
    private let version: String
    private let client = HTTPClient()

    init(_ flow: Flow, version: String) { (self.flow, self.version) = (flow, version) }

    let timeBesides = Duration.zero
    let starvation: RunError? = nil

    func prepare(for step: Step, isCleanup: Bool) async throws -> String? { nil }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart { .ready(notes: []) }

    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: String]) {
        var (progress, saved) = (progress, task.saved)
        do {
            if case .request(let request)? = task.action {
                try await send(request, task, &progress, &saved)
            }
        } catch {
            progress.fail(error, task.step)
        }
        return (progress, saved)
    }

    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress { progress }

    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: String]
    ) async -> StepProgress { progress }

    func close(_ result: AttemptResult) async -> AttemptResult { result }

    /// Sends a request, keeps what it saves of the response, and judges all that its step expects.
    private func send(
        _ request: Request,
        _ task: StepTask,
        _ progress: inout StepProgress,
        _ saved: inout [String: String]
    ) async throws {
        progress.result.attempts = 1
        let response = APIResponse(try await response(to: request, until: task.deadline))
        progress.result.url = response.http.effectiveURL
        progress.result.notes.append(response.summary)
        var failures: [APIError] = []
        for value in request.saved {
            do throws(APIError) {
                saved[value.name] = try value.value(in: response)
            } catch {
                failures.append(error)
            }
        }
        let conditions: [Condition]
        do {
            conditions = try task.step.expectations(with: saved)
        } catch {
            throw failures.first ?? error  // what is expected may need what could not be saved
        }
        do throws(APIError) {
            try response.judge(conditions, statuses: task.step.status + flow.allowStatus, of: request)
        } catch {
            progress.result.notes += failures.map(\.description)
            throw error
        }
        if let failure = failures.first { throw failure }
    }

    private func response(
        to request: Request,
        until deadline: ContinuousClock.Instant
    ) async throws -> HTTPResponse {
        guard let url = request.url.resolved(forRequestsOf: flow) else {
            throw APIError(.flow, "\(request.url) is no URL", help: "give the flow a `baseURL`")
        }
        do throws(HTTPError) {
            let request = HTTPRequest(request, url: url, version: version)
            return try await client.send(request, deadline: deadline)
        } catch {
            throw APIError(error)
        }
    }
}
