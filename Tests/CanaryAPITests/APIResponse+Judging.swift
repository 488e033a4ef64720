import CanaryModel

@testable import CanaryAPI

extension APIResponse {
    /// Judges the status and conditions at once, as a step does.
    func judge(
        _ conditions: [Condition],
        wanted: [Int] = [],
        allowed: [Int] = [],
        of request: Request
    ) throws(APIError) {
        let unmet = try findings(on: conditions).unmet
        let failure = failure(unmet, of: conditions, wanted: wanted, allowed: allowed, to: request)
        if let failure { throw failure }
    }
}

extension Condition {
    /// Why it does not hold.
    func diagnosis(of response: APIResponse) throws(APIError) -> Diagnosis? {
        try response.findings(on: [self]).unmet.first
    }
}
