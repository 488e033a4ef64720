import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Flows of requests over TLS") struct TLSRunTests {
    /// The failure of a request to a server with a certificate that is made for it.
    private func failure(
        _ options: String = "",
        _ make: @Sendable (CertificateAuthority) async throws -> Void
    ) async throws -> Failure? {
        try await withTemporaryFolder { folder in
            let authority = try await CertificateAuthority(in: folder)
            try await make(authority)
            return try await authority.withServer("server") { url in
                let run = try await StepExecutorsTests.run(
                    [
                        "a.canary.json5": text(url, "caCertificate: '\(folder)/root.pem', \(options)")
                    ],
                    folders: [folder]
                )
                #expect(try run.step(1).duration < 10_000)
                return try run.step(1).failure
            }
        }
    }

    private func text(_ url: String, _ options: String) -> String {
        "{ name: 'a', steps: [ { request: '\(url)', \(options) } ] }"
    }

    @Test("hold where the certificate is valid, and conditions on it say whether it will be")
    func valid() async throws {
        let lasting =
            "expect: { certificate: { expiresIn: { atLeast: '12h' }, issuer: { contains: 'Root' } } }"
        let make = { @Sendable (authority: CertificateAuthority) in
            try await authority.makeCertificate("server")
        }
        #expect(try await failure(lasting, make) == nil)
        let tooLong = try await failure("expect: { certificate: { expiresIn: { atLeast: '14d' } } }", make)
        #expect(tooLong?.code == .expectation)
        #expect(tooLong?.diagnoses.first?.wanted == "to be at least 14 days")
    }

    @Test("fail by a certificate that has expired")
    func expired() async throws {
        let failure = try await failure { try await $0.makeCertificate("server", days: -1) }
        #expect(failure?.code == .tls && failure?.message.contains("certificate has expired") == true)
        #expect(failure?.help == "the server needs a new certificate")
    }

    @Test("fail by a certificate that is for another host")
    func otherHost() async throws {
        let failure = try await failure { try await $0.makeCertificate("server", host: "other.example") }
        #expect(failure?.code == .tls)
        #expect(failure?.message.contains("target host name 'localhost'") == true)
    }

    @Test("fail by a certificate whose issuer the server does not show")
    func missingIntermediate() async throws {
        let failure = try await failure { authority in
            try await authority.makeCertificate("middle", host: "middle", isAuthority: true)
            try await authority.makeCertificate("server", signedBy: "middle")
        }
        #expect(failure?.code == .tls)
        #expect(failure?.message.contains("unable to get local issuer certificate") == true)
    }

    @Test("fail by a certificate that has signed itself, unless that is accepted; it is read all the same")
    func selfSigned() async throws {
        let make = { @Sendable (authority: CertificateAuthority) in
            for ending in ["pem", "key"] {
                try FileManager.default.copyItem(
                    atPath: authority.file("root.\(ending)"),
                    toPath: authority.file("server.\(ending)")
                )
            }
            try await authority.makeCertificate("other", host: "other")
            try FileManager.default.removeItem(atPath: authority.file("root.pem"))
            try FileManager.default.moveItem(
                atPath: authority.file("other.pem"),
                toPath: authority.file("root.pem")
            )
        }
        let refused = try await failure("", make)
        #expect(refused?.code == .tls && refused?.message.contains("self-signed certificate") == true)
        let accepted =
            "insecure: true, expect: { certificate: { subject: 'CN = Root', expiresIn: { atLeast: '1d' } } }"
        #expect(try await failure(accepted, make) == nil)
    }

    @Test("fail where the server asks for a certificate and gets none, and hold where it gets one")
    func clientCertificate() async throws {
        try await withTemporaryFolder { folder in
            let authority = try await CertificateAuthority(in: folder)
            for name in ["server", "client"] { try await authority.makeCertificate(name) }
            let demand = ["-Verify", "1", "-CAfile", authority.file("root.pem"), "-verify_return_error"]
            try await authority.withServer("server", demand) { url in
                let trust = "caCertificate: '\(folder)/root.pem',"
                let none = try await run(["a.canary.json5": text(url, trust)], folders: [folder])
                let failure = try none.step(1).failure
                #expect(failure?.code == .tls, "\(String(describing: failure))")
                #expect(failure?.help?.contains("`clientCertificate`") == true)
                let pair = "clientCertificate: '\(folder)/client.pem', key: '\(folder)/client.key'"
                let shown = try await run(
                    ["a.canary.json5": text(url, "\(trust) \(pair)")],
                    folders: [folder]
                )
                #expect(try shown.step(1).failure == nil)
            }
        }
    }
}
