import CCrypto
import Foundation
import TestSupport
import Testing

@testable import CanaryHTTP

@Suite("Authentication of requests") struct AuthenticationTests {
    /// Asks for digest authentication, at a time that its client takes for that of a server with a request in hand.
    @Test("by digest answers what the server asks first, and sends the body again")
    func digest() async throws {
        try await RawServer.withServer { connection in
            while let request = connection.readRequest() {
                if request.contains("Authorization: Digest ") {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                } else {
                    connection.write(
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n1\"\r\n"
                            + "Content-Length: 6\r\n\r\nno one"
                    )
                }
            }
        } _: { server in
            let request = HTTPRequest(
                method: "POST",
                url: server.baseURL + "/x",
                body: Data("{}".utf8),
                credentials: HTTPCredentials(user: "me", password: "pw", scheme: .digest)
            )
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(response.status == 200 && response.body == Data("ok".utf8))
            let last = try #require(server.requests.last)
            // MD5 of MD5("me:r:pw"), "n1" and MD5("POST:/x"), with colons between them.
            #expect(last.contains("response=\"65860d0d675f3484f6138fe127f96e0a\""), "\(last)")
            #expect(last.hasSuffix("{}"))
        }
    }

    @Test(
        "by AWS signs the request, as its service computes it",
        arguments: [
            ("GET", "/x", nil), ("GET", "/x?a=1&b=2%2F3", nil), ("POST", "/x/y", "{\"a\":1}"),
            ("DELETE", "/", nil),
        ] as [(String, String, String?)]
    )
    func aws(method: String, path: String, body: String?) async throws {
        try await RawServer.withServer { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        } _: { server in
            let scheme = HTTPCredentials.Scheme.aws(region: "eu-central-1", service: "execute-api")
            let request = HTTPRequest(
                method: method,
                url: server.baseURL + path,
                headers: [HTTPHeader(name: "X-Amz-Security-Token", value: "token")],
                body: body.map { Data($0.utf8) },
                credentials: HTTPCredentials(user: "AKID", password: "SECRET", scheme: scheme)
            )
            _ = try await HTTPClient().send(request, deadline: farAway)
            let sent = try ReceivedSignature(try #require(server.requests.first))
            #expect(sent.credential.hasPrefix("AKID/") && sent.signed.contains("x-amz-security-token"))
            #expect(sent.signature == sent.computed(secret: "SECRET"))
            #expect(sent.signed.allSatisfy { sent.headers[$0] != nil }, "\(sent.signed)")
        }
    }
}

/// A request that AWS has to check (Signature Version 4).
private struct ReceivedSignature {
    private let method: String
    private let path: String
    private let query: String
    let headers: [String: String]
    private let body: String
    private let fields: [String: String]

    var credential: String { fields["Credential"] ?? "" }
    var signature: String { fields["Signature"] ?? "" }
    var signed: [String] { (fields["SignedHeaders"] ?? "").split(separator: ";").map(String.init) }

    init(_ request: String) throws {
        let end = try #require(request.firstRange(of: "\r\n\r\n"))
        body = String(request[end.upperBound...])
        let lines = request[..<end.lowerBound].split(separator: "\r\n")
        let first = lines[0].split(separator: " ")
        method = String(first[0])
        let target = first[1].split(separator: "?", maxSplits: 1)
        (path, query) = (String(target[0]), target.count > 1 ? String(target[1]) : "")
        headers = Dictionary(
            lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
            }
        ) { first, _ in first }
        let words = try #require(headers["authorization"]).dropFirst("AWS4-HMAC-SHA256 ".count)
        fields = Dictionary(
            words.split(separator: ",").map { word in
                let parts = word.trimmingCharacters(in: .whitespaces).split(separator: "=", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            }
        ) { first, _ in first }
    }

    func computed(secret: String) -> String {
        let scope = credential.split(separator: "/").dropFirst().map(String.init)
        let canonical =
            [method, path, query] + signed.map { "\($0):\(headers[$0] ?? "")" }
            + ["", signed.joined(separator: ";"), digest(Array(body.utf8)).hexadecimal]
        let text = [
            "AWS4-HMAC-SHA256", headers["x-amz-date"] ?? "", scope.joined(separator: "/"),
            digest(Array(canonical.joined(separator: "\n").utf8)).hexadecimal,
        ].joined(separator: "\n")
        let key = scope.reduce(Array("AWS4\(secret)".utf8)) { code(of: $1, by: $0) }
        return code(of: text, by: key).hexadecimal
    }

    /// HMAC with SHA-256 (RFC 2104).
    private func code(of text: String, by key: [UInt8]) -> [UInt8] {
        let padded = key + [UInt8](repeating: 0, count: 64 - key.count)
        return digest(padded.map { $0 ^ 0x5c } + digest(padded.map { $0 ^ 0x36 } + Array(text.utf8)))
    }

    private func digest(_ bytes: [UInt8]) -> [UInt8] {
        var (context, digest) = (SHA256_CTX(), [UInt8](repeating: 0, count: 32))
        SHA256_Init(&context)
        SHA256_Update(&context, bytes, bytes.count)
        SHA256_Final(&digest, &context)
        return digest
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String { map { String(format: "%02x", $0) }.joined() }
}
