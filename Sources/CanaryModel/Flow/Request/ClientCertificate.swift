/// A certificate that a client shows, with its key, as PEM files (absolute paths).
public struct ClientCertificate: Sendable, Hashable {
    /// The file of the certificate.
    public var file: String
    /// The file of its key; `nil`: in the same.
    public var key: String?

    /// Makes one.
    public init(file: String, key: String? = nil) { (self.file, self.key) = (file, key) }
}
