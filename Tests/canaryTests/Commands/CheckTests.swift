import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Check") struct CheckTests {
    @Test("looks at several URLs, and says what came of each in a table with the phases")
    func table() async throws {
        try await DemoSite.withSite { site in
            let ended = try await Canary.call(
                "check",
                "\(site.baseURL)/health",
                String(site.baseURL.dropFirst("http://".count)) + "/nowhere",
                "http://127.0.0.1:1/"
            )
            #expect(ended.status == 1)
            let lines = ended.output.split(separator: "\n").map(String.init)
            #expect(
                lines[0].split(separator: " ") == [
                    "URL", "Status", "DNS", "Connect", "TLS", "First", "byte", "Transfer", "Total",
                    "Certificate",
                ]
            )
            #expect(lines[1].hasPrefix("✓  \(site.baseURL)/health") && lines[1].contains("  200  "))
            #expect(lines[2].hasPrefix("✗  127.0.0.1:\(site.port)/nowhere") && lines[2].contains("  404  "))
            #expect(lines[3].hasSuffix("/nowhere was answered with status 404 Not Found"))
            #expect(lines[4].hasPrefix("✗  http://127.0.0.1:1/") && lines[4].contains("no reply"))
            #expect(lines[5].contains("connection refused"))
        }
    }

    @Test(
        "judges by its options",
        arguments: [
            (["--json", "$.status=ok"], 0), (["--json", "$.status=down"], 1), (["--json", "$.version"], 0),
            (["--json", "$.none"], 1), (["--json", "$[?@=='ok']=ok"], 0), (["--contains", "1.0.0"], 0),
            (["--contains", "2.0.0"], 1), (["--status", "2xx"], 0), (["--status", "201,404"], 1),
            (["--max-duration", "20s"], 0), (["--cert-days", "1"], 1), (["-X", "DELETE"], 1),
            (["-X", "DELETE", "--status", "405"], 0),
        ] as [([String], Int32)]
    )
    func options(_ options: [String], _ status: Int32) async throws {
        try await DemoSite.withSite { site in
            let ended = try await Canary.call(
                ["check", "\(site.baseURL)/health"] + options,
                in: NSTemporaryDirectory()
            )
            #expect(ended.status == status, "\(ended.output)\(ended.errors)")
        }
    }

    @Test("sends what it is given, and hands what came to a program as JSON")
    func json() async throws {
        struct Document: Decodable {
            struct Check: Decodable {
                let status: Int
                let outcome: Outcome
                let duration: Double
            }
            let schema: String
            let outcome: Outcome
            let checks: [Check]
        }
        try await DemoSite.withSite { site in
            let ended = try await Canary.call(
                "check",
                "\(site.baseURL)/api/orders",
                "-H",
                "Authorization: Bearer demo-api-token",
                "-d",
                #"{"customerId":"c","items":[{"sku":"A","quantity":1,"price":2}]}"#,
                "--status",
                "201",
                "--json",
                "$.total=2",
                "--format",
                "json"
            )
            #expect(ended.status == 0)
            let document = try JSONDecoder().decode(Document.self, from: Data(ended.output.utf8))
            #expect(document.schema == "canary.check/1" && document.outcome == .passed)
            #expect(document.checks.map(\.status) == [201] && document.checks[0].duration > 0)
            #expect(!ended.output.contains("demo-api-token"))
        }
    }

    @Test("tells for how long a certificate is valid, and fails by one that is not")
    func certificate() async throws {
        try await withTemporaryFolder { folder in
            let authority = try await CertificateAuthority(in: folder)
            try await authority.makeCertificate("server", days: 20)
            try await authority.withServer("server") { url in
                let untrusted = try await Canary.call("check", url)
                #expect(untrusted.status == 1 && untrusted.output.contains("certificate"))
                let accepted = try await Canary.call("check", url, "-k", "--cert-days", "10")
                #expect(accepted.status == 0 && accepted.output.contains("19 days"))
                #expect(try await Canary.call("check", url, "-k", "--cert-days", "30").status == 1)
            }
        }
    }

    @Test("shows neither what says who one is nor a password of a URL, also where the server says it again")
    func secrets() async throws {
        try await DemoSite.withSite { site in
            let url = "HTTP://joe:pass-word@127.0.0.1:\(site.port)/api/echo?u=http://x"
            for format in ["table", "json"] {
                let ended = try await Canary.call(
                    "check",
                    url,
                    "-H",
                    "Authorization: Bearer tok-en-1",
                    "-H",
                    "X-Api-Key: key-12345",
                    "--json",
                    "$.headers.authorization=q",
                    "--json",
                    "$.headers['x-api-key']=q",
                    "--format",
                    format
                )
                #expect(ended.status == 1, "\(ended.errors)")
                for secret in ["pass-word", "tok-en-1", "key-12345"] {
                    #expect(!ended.output.contains(secret), "\(ended.output)")
                }
            }
        }
    }

    @Test("sends a form as curl does")
    func form() async throws {
        try await DemoSite.withSite { site in
            let ended = try await Canary.call(
                "check",
                "\(site.baseURL)/api/echo",
                "-d",
                "a=1&b=2",
                "--json",
                "$.headers['content-type']=application/x-www-form-urlencoded",
                "--json",
                "$.body=a=1&b=2"
            )
            #expect(ended.status == 0, "\(ended.output)")
        }
    }

    @Test(
        "is used wrongly",
        arguments: [
            (["check"], "'canary check' needs URL…"), (["check", "ftp://a"], "takes URLs of http and https"),
            (["check", "a", "--json", "$.["], "--json takes a JSONPath and a value"),
            (["check", "a", "--status", "no"], "--status takes statuses"),
            (["check", "a", "--header", "no"], "--header takes a name and a value"),
            (["check", "a", "--format", "xml"], "--format takes table or json"),
            (["check", "a", "-X", "GE T"], "'GE T' is not a method"),
            (["check", "a", "-H", "A B: x"], "is not a header's name"),
            (["check", "http://"], "cannot request"), (["check", "a:99999"], "cannot request"),
            (["check", "a", "-H", "A: x\r\nB: y"], "line break"),
        ]
    )
    func usage(_ words: [String], _ told: String) async throws {
        let ended = try await Canary.call(words, in: NSTemporaryDirectory())
        #expect(ended.status == 2 && ended.errors.contains(told), "\(ended.errors)")
    }
}
