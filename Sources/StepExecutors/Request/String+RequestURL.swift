import CanaryModel

extension String {
    /// The absolute URL of a request; `nil` where it is not one.
    ///
    /// Under `requests.baseURL` a path is appended (`/orders` below `https://api.example.com/v1` is `/v1/orders`), as people
    /// write API checks; under the flow's `baseURL` it resolves as `open` does.
    func resolved(forRequestsOf flow: Flow) -> String? {
        guard let base = flow.requests.baseURL, hasPrefix("/"), !hasPrefix("//") else {
            return resolved(against: flow.requests.baseURL ?? flow.baseURL)
        }
        let start = base.hasSuffix("/") ? String(base.dropLast()) : base
        return (start + self).resolved(against: nil)
    }
}
