import CanaryHTTP
import CanaryModel
import Foundation
import Testing

@testable import CanaryAPI

@Suite("Requests as they are sent") struct RequestSendingTests {
    private func sent(_ request: Request) -> HTTPRequest {
        HTTPRequest(request, url: "http://a.example/x?y=1#z", version: "1.2")
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
            let request = sent(Request(method: "POST", url: "/x", body: body))
            #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == text)
            #expect(request.headers.first { $0.name == "Content-Type" }?.value == type)
        }
        let own = RequestField(name: "content-type", value: "application/problem+json")
        let request = sent(Request(method: "POST", url: "/x", headers: [own], body: .json(json)))
        #expect(request.headers.filter { $0.name.lowercased() == "content-type" }.map(\.value) == [own.value])
    }

    @Test("have their fields added to the query, before the fragment")
    func query() {
        let fields = [RequestField(name: "q", value: "a b"), RequestField(name: "dryRun", value: "false")]
        #expect(
            sent(Request(method: "GET", url: "/x", query: fields)).url
                == "http://a.example/x?y=1&q=a%20b&dryRun=false#z"
        )
        #expect(sent(Request(method: "GET", url: "/x")).url == "http://a.example/x?y=1#z")
    }

    @Test("say who sends them, follow redirects and keep to their limits")
    func options() {
        let plain = sent(Request(method: "GET", url: "/x"))
        #expect(plain.headers.map(\.name) == ["User-Agent", "Accept-Encoding"])
        #expect(plain.headers[0].value == "canary/1.2" && plain.maximumRedirects == 10 && plain.body == nil)
        #expect(plain.maximumResponseSize == 10_000_000 && !plain.acceptsInvalidCertificates)
        var request = Request(
            method: "GET",
            url: "/x",
            headers: [RequestField(name: "user-agent", value: "me")]
        )
        (request.followsRedirects, request.acceptsInvalidCertificates, request.maximumBodySize) = (
            false, true, 5
        )
        let other = sent(request)
        #expect(other.headers.map(\.value) == ["me", "gzip, deflate"])
        #expect(
            other.maximumRedirects == 0 && other.acceptsInvalidCertificates && other.maximumResponseSize == 5
        )
    }

    @Test("say who sends them by a token or by name and password")
    func authentication() {
        let bearer = sent(Request(method: "GET", url: "/x", authentication: .bearer("t0ken")))
        #expect(bearer.headers.first { $0.name == "Authorization" }?.value == "Bearer t0ken")
        let basic = sent(
            Request(
                method: "GET",
                url: "/x",
                authentication: .basic(BasicAuth(username: "me", password: "pw"))
            )
        )
        #expect(basic.credentials?.user == "me" && basic.credentials?.password == "pw")
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
        }
        let badURL = HTTPError(code: .badURL, request: "GET file:///etc/passwd", detail: "why")
        #expect(APIError(badURL, url: "http://a/", hasNetwork: true).code == .navigation)
        #expect(APIError(badURL, url: "file:///etc/passwd", hasNetwork: true).code == .flow)
    }
}
