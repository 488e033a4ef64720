/// What can be read of a server's certificate.
public enum CertificateField: String, Sendable, Hashable, CaseIterable {
    /// How long it is still valid, in ms; less than 0 where it is not any more.
    case expiresIn
    /// Who signed it: `C = US, O = Let's Encrypt, CN = R11`.
    case issuer
    /// Whom it is for: `CN = example.com`.
    case subject
    /// The names that it is valid for, an array: `DNS:example.com`.
    case names
    /// Its serial number in hexadecimal digits.
    case serialNumber
    /// From when on it is valid: `2026-12-21T09:04:16Z`.
    case begins
    /// Until when it is valid.
    case expires

    /// The field, as a message names it.
    public var words: String {
        switch self {
        case .expiresIn: "the time until the certificate expires"
        case .issuer: "the issuer of the certificate"
        case .subject: "the subject of the certificate"
        case .names: "the names of the certificate"
        case .serialNumber: "the serial number of the certificate"
        case .begins: "the begin of the certificate's validity"
        case .expires: "the end of the certificate's validity"
        }
    }
}
