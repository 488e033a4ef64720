/// What is connected to in place of a host's own address.
public struct RequestAddress: Sendable, Hashable {
    /// The host, with its port: `api.example.com:443`.
    public var host: String
    /// The address, IPv6 without brackets, or another name.
    public var address: String

    /// Makes one.
    public init(host: String, address: String) { (self.host, self.address) = (host, address) }
}
