public import Foundation

/// The certificate that a server showed.
public struct HTTPCertificate: Sendable, Hashable {
    /// Whom it is for: `C = AT, O = Example, CN = example.com`.
    public var subject: String
    /// Who signed it, written in the same way.
    public var issuer: String
    /// Its serial number in hexadecimal digits.
    public var serialNumber: String
    /// The names that it is valid for: `DNS:example.com`, `IP Address:127.0.0.1`.
    public var names: [String]
    /// From when on it is valid; `nil` where it could not be read.
    public var begins: Date?
    /// Until when it is valid; `nil` where it could not be read.
    public var ends: Date?

    /// Makes a certificate.
    public init(
        subject: String,
        issuer: String,
        serialNumber: String = "",
        names: [String] = [],
        begins: Date? = nil,
        ends: Date? = nil
    ) {
        self.subject = subject
        self.issuer = issuer
        self.serialNumber = serialNumber
        self.names = names
        self.begins = begins
        self.ends = ends
    }
}
