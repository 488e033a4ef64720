extension ServerResponse {
    /// The answer to a request whose body is larger than it may be.
    static let tooLarge = text("the body of the request is too large\n", status: 413)
}
