import CanaryAPI
import CanaryHTTP
package import CanaryModel
import CanaryRunner

/// A request that is sent and judged by itself, outside of a flow.
package struct RequestProbe: Sendable {
    /// What came of it.
    package struct Result: Sendable {
        /// What was sent and answered; `nil` where nothing could be sent.
        package var exchange: HTTPArchive.Entry?
        /// Why it did not pass.
        package var failure: Failure?
        /// For how many days the server's certificate is still valid; `nil` without TLS.
        package var certificateDays: Int?

        /// How it ended.
        package var outcome: Outcome { failure?.code.outcome ?? .passed }
    }

    /// What is sent, to an absolute URL.
    package let request: Request
    /// What the response must be; without a condition on the status, one of 400 or more fails.
    package let conditions: [Condition]
    private let redactor: Redactor

    /// Makes a probe.
    ///
    /// - Parameters:
    ///   - request: What is sent.
    ///   - conditions: What the response must be.
    ///   - secrets: What is masked in all that comes of it.
    package init(_ request: Request, expecting conditions: [Condition], secrets: [String]) {
        (self.request, self.conditions) = (request, conditions)
        redactor = Redactor(secrets: secrets)
    }

    /// The URL without the user and the password in it, secrets masked.
    package var shownURL: String {
        redactor.redact(HTTPRequest(url: request.url).shownURL)
    }

    /// Makes sure that the request can be sent as it is.
    ///
    /// - Parameter version: The version of canary, for what is sent.
    /// - Returns: Why it cannot; `nil` where it can.
    package func mistake(version: String) -> String? {
        do {
            try HTTPRequest(request, url: request.url, version: version).check()
            return nil
        } catch let error as HTTPError {
            return redactor.redact(error.detail)
        } catch {
            return redactor.redact("\(error)")
        }
    }

    /// Sends the request once, and judges what comes.
    ///
    /// - Parameters:
    ///   - version: The version of canary, for what is sent.
    ///   - deadline: When the request's time is over.
    /// - Returns: What came of it; nothing is thrown.
    package func result(version: String, until deadline: ContinuousClock.Instant) async -> Result {
        var result = Result()
        do {
            let message = try HTTPRequest(request, url: request.url, version: version)
            let (exchange, reply) = await HTTPClient().exchange(message, until: deadline, masking: redactor)
            result.exchange = exchange
            let response = APIResponse(try reply.get())
            result.certificateDays = try response.daysOfCertificate()
            let unmet = try response.findings(on: conditions).unmet
            if let failure = response.failure(unmet, of: conditions, to: request) { throw failure }
        } catch let error as APIError {
            result.failure = error.masked(by: redactor).failure
        } catch {
            result.failure = Failure(error).redacted(by: redactor)
        }
        return result
    }
}

extension APIResponse {
    /// For how many whole days the certificate is still valid; `nil` without TLS.
    fileprivate func daysOfCertificate() throws(APIError) -> Int? {
        guard case .number(let time)? = try values(of: .certificate(.expiresIn)).first else { return nil }
        return time.whole.map { $0 / 86_400_000 }
    }
}
