import CanaryHTTP
import CanaryModel
import Foundation
import Testing

@testable import CanaryAPI

@Suite("Requests as they are sent") struct RequestSendingTests {
    private func sent(_ request: Request) throws -> HTTPRequest {
        try HTTPRequest(request, url: "http://a.example/x?y=1#z", version: "1.2")
    }

    @Test("have the body as it was written, with its media type unless a header says another")
    func bodies() throws {
        let json: JSONValue = .object([
            "price": .number(try #require(JSONNumber("29.90"))), "a": .array([.null]),
        ])
        let cases: [(RequestBody, String, String)] = [
            (.json(json), #"{"price":29.90,"a":[null]}"#, "application/json"),
            (
                .form([RequestField(name: "a b", value: "1&2=3"), RequestField(name: "e", value: "\u{e9}+")]),
                "a%20b=1%262%3D3&e=%C3%A9%2B", "application/x-www-form-urlencoded"
            ),
            (.text("as it is"), "as it is", "text/plain; charset=utf-8"),
        ]
        for (body, text, type) in cases {
            let request = try sent(Request(method: "POST", url: "/x", body: body))
            #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == text)
            #expect(request.headers.first { $0.name == "Content-Type" }?.value == type)
        }
        let own = RequestField(name: "content-type", value: "application/problem+json")
        let request = try sent(Request(method: "POST", url: "/x", headers: [own], body: .json(json)))
        #expect(request.headers.filter { $0.name.lowercased() == "content-type" }.map(\.value) == [own.value])
    }

    @Test("have their fields added to the query, before the fragment")
    func query() throws {
        let fields = [RequestField(name: "q", value: "a b"), RequestField(name: "dryRun", value: "false")]
        #expect(
            try sent(Request(method: "GET", url: "/x", query: fields)).url
                == "http://a.example/x?y=1&q=a%20b&dryRun=false#z"
        )
        #expect(try sent(Request(method: "GET", url: "/x")).url == "http://a.example/x?y=1#z")
    }

    @Test("say who sends them, follow redirects and keep to their limits")
    func options() throws {
        let plain = try sent(Request(method: "GET", url: "/x"))
        #expect(plain.headers.map(\.name) == ["User-Agent", "Accept-Encoding"])
        #expect(plain.headers[0].value == "canary/1.2" && plain.maximumRedirects == 10 && plain.body == nil)
        #expect(plain.maximumResponseSize == 10_000_000 && !plain.acceptsInvalidCertificates)
        var request = Request(
            method: "GET",
            url: "/x",
            headers: [RequestField(name: "user-agent", value: "me")]
        )
        request.options.maximumRedirects = 0
        request.options.acceptsInvalidCertificates = true
        request.options.maximumBodySize = 5
        let other = try sent(request)
        #expect(other.headers.map(\.value) == ["me", "gzip, deflate"])
        #expect(
            other.maximumRedirects == 0 && other.acceptsInvalidCertificates && other.maximumResponseSize == 5
        )
    }

    private func by(_ authentication: RequestAuthentication) -> Request {
        var request = Request(method: "GET", url: "/x")
        request.options.authentication = authentication
        return request
    }

    @Test("say who sends them by a token or by name and password")
    func authentication() throws {
        let bearer = try sent(by(.bearer("t0ken")))
        #expect(bearer.headers.first { $0.name == "Authorization" }?.value == "Bearer t0ken")
        let basic = try sent(
            by(.basic(BasicAuth(username: "me", password: "pw")))
        )
        #expect(basic.credentials?.user == "me" && basic.credentials?.password == "pw")
    }

    @Test("take their options over")
    func moreOptions() throws {
        var request = Request(method: "GET", url: "/x", query: [RequestField(name: "b", value: "2")])
        request.options.version = .http2
        request.options.proxy = ""
        request.options.addresses = [RequestAddress(host: "a.example:80", address: "::1")]
        request.options.ipVersion = .v6
        request.options.authorities = "/ca.pem"
        request.options.clientCertificate = ClientCertificate(file: "/me.pem", key: "/me.key")
        (request.options.isTraced, request.options.isCompressed) = (true, false)
        let credentials = AWSCredentials(
            region: "eu-central-1",
            service: "s3",
            accessKey: "A",
            secretKey: "S",
            sessionToken: "T"
        )
        request.options.authentication = .aws(credentials)
        let message = try HTTPRequest(request, url: "http://a.example/x?z&a=1", version: "1")
        #expect(message.url == "http://a.example/x?a=1&b=2&z=")
        #expect(message.connection.version == .http2 && message.connection.family == .v6)
        #expect(message.connection.addresses == ["a.example:80": "::1"] && message.proxy == .direct)
        #expect(message.connection.authorities == "/ca.pem")
        #expect(
            message.connection.clientCertificate == "/me.pem" && message.connection.clientKey == "/me.key"
        )
        #expect(message.credentials?.scheme == .aws(region: "eu-central-1", service: "s3"))
        let names = message.headers.map(\.name)
        #expect(names == ["X-Amz-Security-Token", "X-Amz-Content-Sha256", "User-Agent", "traceparent"])
        let trace = try #require(message.headers.last?.value)
        #expect(trace.wholeMatch(of: /00-[0-9a-f]{32}-[0-9a-f]{16}-01/) != nil)
        let next = try HTTPRequest(request, url: "http://a.example/", version: "1")
        #expect(next.headers.last?.value != trace)
    }

    @Test("have files as their body, by themselves or among fields")
    func files() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "canary \(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("{}\r\n".utf8).write(to: URL(filePath: path))
        let whole = try sent(Request(method: "PUT", url: "/x", body: .file(path)))
        #expect(whole.body == Data("{}\r\n".utf8))
        #expect(whole.headers.first { $0.name == "Content-Type" }?.value == "application/json")
        let parts = [
            RequestPart(name: "title \"a\"", content: .text("\u{e9}")),
            RequestPart(name: "file", content: .file(path), fileName: "b.png"),
            RequestPart(name: "note", content: .text("x"), mediaType: "text/markdown"),
        ]
        let form = try sent(Request(method: "POST", url: "/x", body: .multipart(parts)))
        let type = try #require(form.headers.first { $0.name == "Content-Type" }?.value)
        let boundary = try #require(type.split(separator: "multipart/form-data; boundary=").first)
        let text = form.body.map { String(decoding: $0, as: UTF8.self) }
        #expect(
            text
                == """
                --\(boundary)
                Content-Disposition: form-data; name="title %22a%22"

                \u{e9}
                --\(boundary)
                Content-Disposition: form-data; name="file"; filename="b.png"
                Content-Type: image/png

                {}

                --\(boundary)
                Content-Disposition: form-data; name="note"
                Content-Type: text/markdown

                x
                --\(boundary)--

                """.replacing("\n", with: "\r\n")
        )
        let header = RequestField(name: "content-type", value: "multipart/mixed")
        let own = try sent(Request(method: "POST", url: "/x", headers: [header], body: .multipart(parts)))
        let types = own.headers.filter { $0.name.lowercased() == "content-type" }.map(\.value)
        #expect(types.count == 1 && types[0].hasPrefix("multipart/mixed; boundary=canary-"))
        #expect(throws: APIError.self) { try sent(Request(method: "PUT", url: "/x", body: .file("/none"))) }
    }

    @Test(
        "that get no response fail by what kept it away",
        arguments: [
            (HTTPError.Code.resolve, FailureCode.dns), (.refused, .refused), (.tls, .tls),
            (.timeout(.waiting), .timeout), (.replyTooLarge, .body), (.malformedReply, .body),
            (.emptyReply, .navigation), (.tooManyRedirects, .navigation), (.badRequest, .flow),
            (.cancelled, .interrupted), (.other, .protocolError),
        ]
    )
    func errors(code: HTTPError.Code, failure: FailureCode) {
        let error = HTTPError(code: code, request: "GET http://a/", detail: "why")
        #expect(APIError(error, url: "http://a/", hasNetwork: true).code == failure)
    }

    @Test(
        "that get no response as this machine has no network, or were sent on to no HTTP URL, are told apart"
    )
    func whose() {
        for code in [HTTPError.Code.resolve, .connect] {
            let error = HTTPError(code: code, request: "GET http://a/", detail: "why")
            #expect(APIError(error, url: "http://a/", hasNetwork: false).code == .network)
            let ofProxy = HTTPError(code: code, request: "GET http://a/", detail: "the proxy: why")
            #expect(APIError(ofProxy, url: "http://a/", hasNetwork: true).code == .network)
        }
        let badURL = HTTPError(code: .badURL, request: "GET file:///etc/passwd", detail: "why")
        #expect(APIError(badURL, url: "http://a/", hasNetwork: true).code == .navigation)
        #expect(APIError(badURL, url: "file:///etc/passwd", hasNetwork: true).code == .flow)
    }
}
