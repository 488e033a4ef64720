/// What a request to AWS is signed with (Signature Version 4).
public struct AWSCredentials: Sendable, Hashable {
    /// The region: `eu-central-1`.
    public var region: String
    /// The service: `execute-api`.
    public var service: String
    /// The ID of the access key.
    public var accessKey: String
    /// The secret access key; never printed.
    public var secretKey: String
    /// The token of temporary credentials.
    public var sessionToken: String?

    /// Makes credentials.
    public init(
        region: String,
        service: String,
        accessKey: String,
        secretKey: String,
        sessionToken: String? = nil
    ) {
        (self.region, self.service) = (region, service)
        (self.accessKey, self.secretKey, self.sessionToken) = (accessKey, secretKey, sessionToken)
    }
}
