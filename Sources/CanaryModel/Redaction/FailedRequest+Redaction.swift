extension FailedRequest {
    /// The request with every secret in its texts masked.
    public func redacted(by redactor: Redactor) -> FailedRequest {
        var request = self
        request.url = redactor.redact(url)
        request.error = error.map(redactor.redact)
        return request
    }
}
