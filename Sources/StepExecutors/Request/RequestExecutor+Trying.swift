import CanaryAPI
import CanaryHTTP
import CanaryModel
import CanaryRunner

extension RequestExecutor {
    /// Sends a request once, keeps what it saves of the response, and judges all that is expected of that.
    func attempt(
        _ request: Request,
        _ task: StepTask,
        _ saved: [String: String],
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
        if let retry = request.retry, !retry.until.isEmpty {
            do {
                // A status of 400 or more is no failure before the conditions hold.
                try response.judge(retry.until, allowed: [response.http.status], of: request)
            } catch {
                return RequestTry(saved: saved, error: error, isConclusive: error.code.outcome == .error)
            }
        }
        return judged(response, request, task, saved)
    }

    /// What a response means for its step.
    private func judged(
        _ response: APIResponse,
        _ request: Request,
        _ task: StepTask,
        _ before: [String: String]
    ) -> RequestTry {
        var (saved, missing) = (before, [APIError]())
        for value in request.saved {
            do throws(APIError) {
                saved[value.name] = try value.value(in: response)
            } catch {
                missing.append(error)
            }
        }
        let untilNamesStatus = (request.retry?.until ?? []).contains { $0.kind.key == .response(.status) }
        let allowed = flow.allowStatus + (untilNamesStatus ? [response.http.status] : [])
        let awaitsExpectations = request.retry?.until.isEmpty == true
        do {
            try response.judge(
                try task.step.expectations(with: saved),
                wanted: task.step.status,
                allowed: allowed,
                of: request
            )
        } catch let error as RunError {
            // What is expected may need what could not be saved.
            return RequestTry(saved: saved, error: missing.first ?? error, isConclusive: !awaitsExpectations)
        } catch {
            return RequestTry(saved: saved, error: error, isConclusive: !awaitsExpectations)
        }
        return RequestTry(
            saved: saved,
            error: missing.first,
            isConclusive: missing.isEmpty || !awaitsExpectations
        )
    }

    private func response(
        to request: Request,
        until deadline: ContinuousClock.Instant
    ) async throws(APIError) -> HTTPResponse {
        guard let url = request.url.resolved(forRequestsOf: flow) else {
            throw APIError(.flow, "\(request.url) is no URL", help: "give the flow a `baseURL`")
        }
        do {
            return try await client.send(HTTPRequest(request, url: url, version: version), deadline: deadline)
        } catch {
            throw APIError(error, url: url)
        }
    }
}
