import CanaryModel
import Foundation
import StepExecutors
import TestSupport
import Testing

@Suite("Flows that check below HTTP") struct ConnectionRunTests {
    /// A mail server that greets in two parts, and answers what it is told.
    private func withMailServer<T: Sendable>(
        _ body: @Sendable (_ address: String) async throws -> T
    ) async throws -> T {
        try await RawServer.withServer { connection in
            connection.write("220 mail.exa")
            connection.write("mple ready\r\n")
            connection.waitForEnd()
        } _: { server in
            try await body(String(server.baseURL.dropFirst("http://".count)))
        }
    }

    @Test("connect, and listen until the reply is as wanted; no browser is looked for")
    func reply() async throws {
        try await withMailServer { address in
            let steps = """
                { connect: "\(address)" },
                { connect: "\(address)", expect: [ { reply: { startsWith: "220 mail.example ready" } },
                  { connect: { atMost: "10s" } } ] },
                { connect: "\(address)", timeout: "200ms", expect: { reply: { contains: "nope" } } }
                """
            let run = try await run(flow(steps), browser: { $0.driver = "/nonexistent/driver" })
            let results = try run.attempt().steps
            #expect(results.map(\.outcome) == [.passed, .passed, .failed])
            #expect(results[2].failure?.code == .expectation)
            #expect(results[2].failure?.diagnoses.first?.actual == #""220 mail.example ready\r\n""#)
        }
    }

    @Test("send what they are to say")
    func message() async throws {
        try await RawServer.withServer { connection in
            let request = connection.readRequest() ?? ""
            connection.write("heard \(request.prefix(4))")
            connection.waitForEnd()
        } _: { server in
            let address = server.baseURL.dropFirst("http://".count)
            let step = #"{ connect: "\#(address)", send: "EHLO x\r\n\r\n", expect: { reply: "heard EHLO" } }"#
            let run = try await run(flow(step))
            #expect(try run.attempt().failure == nil)
        }
    }

    @Test("negotiate TLS, and look at the certificate")
    func tls() async throws {
        try await withTemporaryFolder { folder in
            let authority = try await CertificateAuthority(in: folder)
            try await authority.makeCertificate("server", days: 20)
            try await authority.withServer("server") { url in
                let address = String(url.dropFirst("https://".count).dropLast())
                let tls = "connect: '\(address)', tls: true"
                let steps = """
                    { \(tls), caCertificate: '\(folder)/root.pem', expect: [
                      { certificate: { expiresIn: { atLeast: '14d' } } }, { tls: { atMost: '10s' } } ] },
                    { \(tls), insecure: true, soft: true, expect: { certificate: { expiresIn: { atLeast: '30d' } } } },
                    { \(tls) }
                    """
                let run = try await run(flow(steps), folders: [folder])
                let results = try run.attempt().steps
                #expect(results.map(\.outcome) == [.passed, .failed, .failed])
                #expect(results.map(\.failure?.code) == [nil, .expectation, .tls])
            }
        }
    }

    @Test(
        "that get no connection say why",
        arguments: [
            ("127.0.0.1:1", "", FailureCode.refused), ("nohost.invalid:25", "", .dns),
            ("127.0.0.1:SILENT", "tls: true, timeout: '300ms'", .timeout),
        ]
    )
    func failures(_ address: String, _ options: String, _ code: FailureCode) async throws {
        try await RawServer.withServer { connection in
            connection.waitForEnd()
        } _: { server in
            let port = server.baseURL.split(separator: ":").last ?? ""
            let address = address.replacing("SILENT", with: port)
            let run = try await run(flow("{ connect: '\(address)', \(options) }"))
            #expect(try run.attempt().failure?.code == code)
            #expect(try run.attempt().failure?.help?.contains("redirect") != true)
        }
    }

    @Test(
        "ask a name server",
        arguments: [
            ("dns: 'a.example'", "{ answer: '192.0.2.1' }", nil),
            ("dns: 'a.example', record: 'AAAA'", "{ answer: '2001:db8::1' }", nil),
            ("dns: 'a.example', record: 'MX'", "{ answer: '10 mail.a.example' }", nil),
            ("dns: 'a.example', record: 'TXT'", "{ answer: 'v=spf1 -allsecond' }", nil),
            ("dns: 'www.a.example', record: 'CNAME'", "{ answer: 'a.example' }", nil),
            (
                "dns: 'www.a.example'",
                "[ { answer: { count: 1, each: { isIpv4: true } } }, { duration: { atMost: '9s' } } ]", nil
            ),
            ("dns: 'none.example'", "{ answer: { absent: true } }", nil),
            ("dns: 'a.example'", "{ answer: '192.0.2.9' }", .expectation),
        ] as [(String, String, FailureCode?)]
    )
    func names(_ step: String, _ expect: String, _ code: FailureCode?) async throws {
        try await NameServer.withServer { address in
            let run = try await run(flow("{ \(step), server: '\(address)', expect: \(expect) }"))
            #expect(try run.attempt().failure?.code == code)
        }
    }

    @Test("fail for a name without the record, and by a name server that does not answer")
    func noNames() async throws {
        try await NameServer.withServer { address in
            let missing = try await run(flow("{ dns: 'none.example', server: '\(address)' }"))
            #expect(try missing.attempt().failure?.code == .dns)
            #expect(try missing.attempt().failure?.message == "none.example has no A record")
        }
        let silent = try await run(flow("{ dns: 'a.example', server: '127.0.0.1:1', timeout: '5s' }"))
        #expect(try silent.attempt().failure?.code == .timeout)
        let wrong = try await run(flow("{ dns: 'a.example', server: 'name' }"))
        #expect(try wrong.attempt().failure?.code == .flow)
    }
}
