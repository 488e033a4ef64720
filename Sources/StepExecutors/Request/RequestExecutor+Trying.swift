import CanaryAPI
import CanaryHTTP
import CanaryModel
import CanaryRunner

extension RequestExecutor {
    /// Sends a request once, keeps what it saves of the response, and judges all that is expected of that.
    func attempt(
        _ request: Request,
        _ task: StepTask,
        _ saved: [String: JSONValue],
        _ progress: inout StepProgress,
        _ tries: inout [String]
    ) async -> RequestTry {
        let response: APIResponse
        do {
            let deadline = min(task.deadline, .now + (task.step.timeout ?? flow.stepTimeout))
            response = APIResponse(try await self.response(to: request, until: deadline))
        } catch {
            if request.retry != nil { tries.append("\(error)") }  // a single one is told as the failure
            let isConclusive = request.retry?.includesConnectionErrors != true || error.code.outcome == .error
            return RequestTry(saved: saved, error: error, isConclusive: isConclusive)
        }
        progress.result.url = response.http.effectiveURL
        tries.append(response.summary)
        return await judged(response, request, task, saved)
    }

    /// What a response means for its step; where that takes longer than the step may, it cannot be judged.
    private func judged(
        _ response: APIResponse,
        _ request: Request,
        _ task: StepTask,
        _ saved: [String: JSONValue]
    ) async -> RequestTry {
        let judging = ResponseJudging(
            response: response,
            request: request,
            step: task.step,
            allowed: flow.allowStatus,
            redactor: redactor
        )
        guard judging.mayTakeLong else { return judging.result(saved) }
        let result = await DetachedWork.run(until: task.deadline) { judging.result(saved) }
        if let result { return result }
        let words =
            "to judge the response took longer than the step may: is a regular expression in it too hard?"
        let error: any Error = Task.isCancelled ? CancellationError() : APIError(.flow, words)
        return RequestTry(saved: saved, error: error, isConclusive: true)
    }

    private func response(
        to request: Request,
        until deadline: ContinuousClock.Instant
    ) async throws(APIError) -> HTTPResponse {
        guard let url = request.url.resolved(forRequestsOf: flow) else {
            throw APIError(.flow, "\(request.url) is not a URL", help: "give the flow a `baseURL`")
        }
        do {
            return try await client.send(HTTPRequest(request, url: url, version: version), deadline: deadline)
        } catch {
            throw APIError(error, url: url)
        }
    }
}
