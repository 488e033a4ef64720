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
            response = APIResponse(try await self.response(to: request, until: deadline, &progress.result))
        } catch let error as APIError {
            if request.retry != nil { tries.append("\(error)") }  // a single one is told as the failure
            let isConclusive = request.retry?.includesConnectionErrors != true || error.code.outcome == .error
            return RequestTry(saved: saved, error: error, isConclusive: isConclusive)
        } catch {
            return RequestTry(saved: saved, error: error, isConclusive: true)
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

    /// Sends a request with the cookies that it is to have.
    private func response(
        to request: Request,
        until deadline: ContinuousClock.Instant,
        _ result: inout StepResult
    ) async throws -> HTTPResponse {
        var message = try await message(of: request, until: deadline)
        let trace = message.headers.first { $0.name == "traceparent" }
        if request.options.isTraced, let trace { result.notes.append("traceparent \(trace.value)") }
        switch request.options.cookies {
        case .none: break
        case .jar: message.cookieJar = jar
        case .browser:
            guard let page = await page() else {
                throw APIError(.browserGone, "there is no page whose cookies could be sent")
            }
            let cookies = try await LentCookies(of: page, until: deadline)
            message.cookieJar = cookies.jar
            let response = try await send(message, until: deadline, &result)
            let refused = try await cookies.giveBack(by: response, until: deadline)
            if !refused.isEmpty {
                result.notes.append("the browser did not take the cookies " + refused.joined(separator: ", "))
            }
            return response
        }
        return try await send(message, until: deadline, &result)
    }

    /// The request as it goes out, the files of its body read.
    private func message(
        of request: Request,
        until deadline: ContinuousClock.Instant
    ) async throws(APIError) -> HTTPRequest {
        guard let url = request.url.resolved(forRequestsOf: flow) else {
            throw APIError(.flow, "\(request.url) is not a URL", help: "give the flow a `baseURL`")
        }
        try request.checkFiles(flow.files)
        let version = version
        guard !request.bodyFiles.isEmpty else {
            return try HTTPRequest(request, url: url, version: version)
        }
        let read = await DetachedWork.run(until: deadline) {
            Result { () throws(APIError) in try HTTPRequest(request, url: url, version: version) }
        }
        guard let read else { throw APIError(.flow, "the files of the body could not be read in time") }
        return try read.get()
    }

    /// Sends a request, and keeps what was sent and answered.
    private func send(
        _ message: HTTPRequest,
        until deadline: ContinuousClock.Instant,
        _ result: inout StepResult
    ) async throws(APIError) -> HTTPResponse {
        let (exchange, reply) = await client.exchange(
            message,
            until: deadline,
            secrets: namedSecrets,
            masking: redactor
        )
        result.keep(exchange)
        return try reply.get()
    }
}

extension StepResult {
    /// Keeps an exchange; of very many the first and the last.
    fileprivate mutating func keep(_ exchange: HTTPArchive.Entry) {
        var kept = exchanges ?? []
        if kept.count == 20 { kept.remove(at: 10) }
        exchanges = kept + [exchange]
    }
}
