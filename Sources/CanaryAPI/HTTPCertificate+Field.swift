import CanaryHTTP
import CanaryModel
import Foundation

extension HTTPCertificate {
    /// What the certificate says.
    ///
    /// - Parameters:
    ///   - field: What is asked.
    ///   - now: When the time begins that is left.
    /// - Returns: The value; `nil` where it says nothing of it.
    func value(of field: CertificateField, now: Date = .now) -> JSONValue? {
        switch field {
        case .expiresIn:
            ends.map { .number(JSONNumber(Int(($0.timeIntervalSince(now) * 1000).rounded(.down)))) }
        case .issuer: .string(issuer)
        case .subject: .string(subject)
        case .names: .array(names.map(JSONValue.string))
        case .serialNumber: .string(serialNumber)
        case .begins: begins.map { .string($0.formatted(.iso8601)) }
        case .expires: ends.map { .string($0.formatted(.iso8601)) }
        }
    }
}
