import CanaryModel
import Testing

@testable import FlowFile

@Suite("Requests in a flow file") struct RequestTests {
    private func request(_ step: String, flow: String = "") throws -> Request {
        let reading = reading("{ name: 'a', baseURL: 'http://a.example', \(flow) steps: [\(step)] }")
        try #require(reading.told == [])
        guard case .action(let action?)? = reading.flow?.steps.first?.content,
            case .request(let request) = action.written
        else { throw CancellationError() }
        return request
    }

    @Test("have a method, a URL, headers, a query and a body whose numbers keep their digits")
    func whole() throws {
        let request = try request(
            """
            { request: "POST /orders", headers: { Accept: "a/b", "x-all": "own" }, query: { dryRun: false, n: 1.50 },
              json: { id: "${V}", price: 29.90, big: 9007199254740993, list: [ null, true ] }, insecure: true,
              followRedirects: false, maxBodySize: 100, save: { ID: { json: "$.id", default: "x", as: "No ID" } } }
            """,
            flow: "variables: { V: 'seven' }, requests: { headers: { 'X-All': 'all', 'X-Own': 'yes' } },"
        )
        #expect(request.method == "POST" && request.url == "/orders")
        #expect(
            request.headers.map { "\($0.name): \($0.value)" } == ["X-Own: yes", "Accept: a/b", "x-all: own"]
        )
        #expect(request.query.map { "\($0.name)=\($0.value)" } == ["dryRun=false", "n=1.50"])
        guard case .json(let body)? = request.body else { throw CancellationError() }
        #expect(body.written == #"{"id":"seven","price":29.90,"big":9007199254740993,"list":[null,true]}"#)
        #expect(
            request.options.acceptsInvalidCertificates && request.options.maximumRedirects == 0
                && request.options.maximumBodySize == 100
        )
        #expect(
            request.saved == [
                SavedResponseValue(name: "ID", reading: .json("$.id"), fallback: "x", label: "No ID")
            ]
        )
    }

    @Test("are GET where no method is named, and are named after method and URL")
    func short() throws {
        #expect(try request("{ request: '/health' }") == Request(method: "GET", url: "/health"))
        #expect(try request("{ request: 'DELETE http://b.example/x' }").method == "DELETE")
        let secretive = reading(
            "{ name: 'a', steps: [{ request: 'http://me:pass@b/x?m=a@b' }, { open: 'http://me@b/' }] }"
        )
        #expect(secretive.flow?.steps.map(\.name) == ["GET http://***@b/x?m=a@b", "Open http://***@b/"])
        #expect(
            reading("{ name: 'a', steps: [{ request: 'PUT http://b/x' }] }").flow?.steps[0].name
                == "PUT http://b/x"
        )
        guard case .form(let fields)? = try request("{ request: 'POST /x', form: { a: 'b c' } }").body else {
            throw CancellationError()
        }
        #expect(fields == [RequestField(name: "a", value: "b c")])
        #expect(try request("{ request: 'POST /x', text: 'as it is' }").body == .text("as it is"))
    }

    static let tests: [(String, ResponseReading, [ValueTest])] = [
        ("{ status: 201 }", .status, [.isStatus([StatusRange(201)])]),
        ("{ status: [200, '4xx'] }", .status, [.isStatus([StatusRange(200), StatusRange(400...499)])]),
        ("{ status: { lessThan: 300 } }", .status, [.lessThan(300)]),
        ("{ header: 'ETag', absent: true }", .header("ETag"), [.absent(true)]),
        (
            "{ header: 'Content-Type', contains: 'json' }", .header("Content-Type"),
            [.contains(.string("json"))]
        ),
        (
            "{ json: '$.a', equals: { b: [ 1.0, null ] } }", .json("$.a"),
            [.equals(.object(["b": .array([.number(1), .null])]))]
        ),
        ("{ json: '$.a', equals: '5' }", .json("$.a"), [.equals(.string("5"))]),
        ("{ json: '$.a', count: 2 }", .json("$.a"), [.count(.equals(.number(2)))]),
        ("{ json: '$.a', count: { atLeast: 1 } }", .json("$.a"), [.count(.atLeast(1))]),
        ("{ json: '$.a', type: 'integer' }", .json("$.a"), [.type(.integer)]),
        ("{ json: '$.a', greaterThan: 1, lessThan: 2.50 }", .json("$.a"), [.greaterThan(1), .lessThan(2.5)]),
        (
            "{ json: '$.a', startsWith: 'a', endsWith: 'b', matches: 'c' }", .json("$.a"),
            [.startsWith("a"), .endsWith("b"), .matches("c")]
        ),
        ("{ jsonSchema: { type: 'object' } }", .document, [.schema(.object(["type": .string("object")]))]),
        ("{ body: 'ok' }", .body, [.equals(.string("ok"))]),
        ("{ body: { contains: 'ok' } }", .body, [.contains(.string("ok"))]),
        ("{ size: { atMost: 10 } }", .size, [.atMost(10)]),
        ("{ duration: { atMost: '1.5s' } }", .duration, [.atMost(1500)]),
        ("{ dns: { atMost: '50ms' } }", .phase(.dns), [.atMost(50)]),
        ("{ connect: { atMost: '50ms' } }", .phase(.connect), [.atMost(50)]),
        ("{ tls: { lessThan: '1s' } }", .phase(.tls), [.lessThan(1000)]),
        ("{ firstByte: { atMost: '1s' } }", .phase(.firstByte), [.atMost(1000)]),
        ("{ transfer: { atMost: '1s' } }", .phase(.transfer), [.atMost(1000)]),
        ("{ httpVersion: '1.1' }", .httpVersion, [.equals(.string("1.1"))]),
        ("{ httpVersion: 2 }", .httpVersion, [.equals(.string("2"))]),
        ("{ redirects: { atMost: 2 } }", .redirects, [.atMost(2)]),
        ("{ redirects: 0 }", .redirects, [.equals(.number(0))]),
        ("{ cookie: 'id', equals: 'x' }", .cookie("id", attribute: nil), [.equals(.string("x"))]),
        (
            "{ cookie: 'id', attribute: 'httponly', equals: true }", .cookie("id", attribute: .httpOnly),
            [.equals(.bool(true))]
        ),
        (
            "{ cookie: 'id', attribute: 'Max-Age', absent: true }", .cookie("id", attribute: .maxAge),
            [.absent(true)]
        ),
        (
            "{ certificate: { expiresIn: { atLeast: '14d' } } }", .certificate(.expiresIn),
            [.atLeast(1_209_600_000)]
        ),
        (
            "{ certificate: { issuer: { contains: 'CN' } } }", .certificate(.issuer),
            [.contains(.string("CN"))]
        ),
        (
            "{ certificate: { names: { contains: 'DNS:a' } } }", .certificate(.names),
            [.contains(.string("DNS:a"))]
        ),
    ]

    @Test("have conditions on status, headers, JSON, body, size and time", arguments: tests)
    func conditions(condition: String, reading: ResponseReading, tests: [ValueTest]) {
        let read = readingStep("{ request: 'http://a.example', expect: \(condition) }")
        #expect(read.told == [])
        #expect(
            read.flow?.steps.first?.expect.map(\.written.kind) == tests.map { .response(reading, $0) }
        )
    }

    @Test("have options of their own, and those of the flow's requests where they say nothing")
    func options() throws {
        let request = try request(
            """
            { request: "POST /x", cookies: "browser", followRedirects: 3, http: 2, proxy: false, ipVersion: 6,
              resolve: { "a.example:443": "[::1]" }, traceparent: true, compressed: false,
              auth: { awsSigV4: { region: "eu-central-1", service: "s3", accessKey: "A", secretKey: "S" } },
              multipart: { a: 1.50, b: [ "x", { text: "{}", type: "application/json", filename: "b.json" } ] } }
            """
        )
        var options = RequestOptions()
        (options.cookies, options.maximumRedirects, options.version) = (.browser, 3, .http2)
        (options.proxy, options.ipVersion) = ("", .v6)
        options.addresses = [RequestAddress(host: "a.example:443", address: "::1")]
        (options.isTraced, options.isCompressed) = (true, false)
        let credentials = AWSCredentials(
            region: "eu-central-1",
            service: "s3",
            accessKey: "A",
            secretKey: "S"
        )
        options.authentication = .aws(credentials)
        #expect(request.options == options)
        #expect(
            request.body
                == .multipart([
                    RequestPart(name: "a", content: .text("1.50")),
                    RequestPart(name: "b", content: .text("x")),
                    RequestPart(
                        name: "b",
                        content: .text("{}"),
                        fileName: "b.json",
                        mediaType: "application/json"
                    ),
                ])
        )
        let other = try self.request(
            "{ request: '/x', cookies: true, auth: { digest: { username: 'a', password: 'b' } } }",
            flow: "requests: { cookies: false, http: '1.1', insecure: true, proxy: 'socks5h://p:1080' },"
        )
        #expect(other.options.cookies == .jar && other.options.version == .http1)
        #expect(other.options.acceptsInvalidCertificates && other.options.proxy == "socks5h://p:1080")
        #expect(other.options.authentication == .digest(BasicAuth(username: "a", password: "b")))
        let nobody = try self.request(
            "{ request: '/x', auth: false }",
            flow: "requests: { auth: { bearer: 't' } },"
        )
        #expect(nobody.options.authentication == nil)
    }

    @Test("take timeout and conditions from the flow's requests, without those on what they judge themselves")
    func defaults() throws {
        let requests =
            "requests: { timeout: '3s', expect: [ { duration: { atMost: '2s' } }, { status: '2xx' } ] }"
        let steps = """
            { request: "/a" }, { request: "/b", timeout: "5s", expect: { status: 404 } },
            { request: "/c", status: 404 }, { pause: "1s" }
            """
        let read = reading("{ name: 'a', baseURL: 'http://a.example', \(requests), steps: [\(steps)] }")
        #expect(read.told == [])
        let found = try #require(read.flow?.steps)
        #expect(found.map(\.timeout) == [.seconds(3), .seconds(5), .seconds(3), nil])
        let kinds = found.map { $0.expect.map(\.written.kind.key.rawValue) }
        #expect(kinds == [["duration", "status"], ["status", "duration"], ["duration"], []])
    }

    @Test("keep a common condition on one header beside their own on another")
    func subjects() throws {
        let requests =
            "requests: { expect: [ { header: 'Content-Type', contains: 'json' }, { status: 200 } ] },"
        let steps = """
            { request: '/a', expect: { header: 'Server', contains: 'x' } },
            { request: '/b', expect: [ { header: 'content-type', contains: 'csv' }, { status: 201 } ] }
            """
        let reading = reading("{ name: 'a', baseURL: 'http://a.example', \(requests) steps: [\(steps)] }")
        try #require(reading.told == [])
        #expect(try #require(reading.flow).steps.map(\.expect.count) == [3, 2])
    }

    @Test("repeat a parameter of the query or of a form that is a list")
    func lists() throws {
        let request = try request("{ request: 'POST /x', query: { tag: ['a', 5] }, form: { b: ['c', 'd'] } }")
        #expect(
            request.query == [RequestField(name: "tag", value: "a"), RequestField(name: "tag", value: "5")]
        )
        #expect(
            request.body == .form([RequestField(name: "b", value: "c"), RequestField(name: "b", value: "d")])
        )
    }

    @Test("are warned of where a retry is too short to send twice")
    func shortRetry() {
        let read = reading(
            "{ name: 'a', steps: [ { request: 'http://a', retry: { every: '3s', for: '2s' } } ] }"
        )
        #expect(
            read.warnings.map(\.message) == ["'every' is not shorter than 'for': the request is sent once"]
        )
    }

    @Test("have a condition for each field of a certificate, and save what one of them says")
    func certificate() throws {
        let expect = "{ certificate: { expiresIn: { atLeast: '1d' }, subject: 'CN = a' } }"
        let save =
            "{ A: { certificate: 'expires' }, B: { cookie: 'id', attribute: 'Path' }, C: { tls: true } }"
        let read = readingStep("{ request: 'http://a.example', expect: \(expect), save: \(save) }")
        #expect(read.told == [])
        #expect(
            read.flow?.steps.first?.expect.map(\.written.kind) == [
                .response(.certificate(.expiresIn), .atLeast(86_400_000)),
                .response(.certificate(.subject), .equals(.string("CN = a"))),
            ]
        )
        let request = try request("{ request: '/x', save: \(save) }")
        #expect(
            request.saved.map(\.reading) == [
                .certificate(.expires), .cookie("id", attribute: .path), .phase(.tls),
            ]
        )
    }

    @Test(
        "test values behind filters, several at once, and the bytes of the body",
        arguments: [
            (
                "json: '$.a', via: ['trim', { split: ',' }, { nth: 0 }], equals: 'x', isEmpty: false",
                [
                    .filtered([.trim, .split(","), .nth(0)], .equals("x")),
                    .filtered([.trim, .split(","), .nth(0)], .format(.empty, false)),
                ]
            ),
            ("json: '$.a[*]', each: { via: 'toInt', atLeast: 1 }", [.each(.filtered([.toInt], .atLeast(1)))]),
            ("json: '$.a[*]', any: { equals: 1 }", [.any(.equals(1))]),
            (
                "header: 'Expires', via: ['date', 'daysAfterNow'], atLeast: 14",
                [.filtered([.date(nil), .daysAfterNow], .atLeast(14))]
            ),
            ("xpath: '//a', count: 2", [.count(.equals(2))]),
            (
                "effectiveURL: { via: { urlQueryParam: 'q' }, equals: 'x' }",
                [.filtered([.urlQueryParam("q")], .equals("x"))]
            ),
            ("remoteAddress: { isIpv4: true }", [.format(.ipv4, true)]),
            ("body: { md5: 'AB' }", [.filtered([.md5], .equals("ab"))]),
            (
                "json: '$.a', via: [{ replaceRegex: '[0-9]', with: 'x' }, { format: 'EEEE' }, 'htmlUnescape'], equals: 'b'",
                [
                    .filtered(
                        [.replaceRegex("[0-9]", with: "x"), .format("EEEE"), .htmlUnescape],
                        .equals("b")
                    )
                ]
            ),
            ("json: '$.id', isUuid: true", [.format(.uuid, true)]),
            ("body: { sha256: 'AB' }", [.filtered([.sha256], .equals("ab"))]),
            ("body: { bytes: { startsWith: 'EF' } }", [.filtered([.bytes], .startsWith("ef"))]),
            (
                "body: { via: { decode: 'latin1' }, contains: 'é' }",
                [.filtered([.decode("latin1")], .contains("é"))]
            ),
            (
                "body: { via: { replace: 'a', with: '' }, equals: 'b' }",
                [.filtered([.replace("a", with: "")], .equals("b"))]
            ),
        ] as [(String, [ValueTest])]
    )
    func filters(condition: String, tests: [ValueTest]) throws {
        let reading = readingStep("{ request: 'http://a', expect: { \(condition) } }")
        try #require(reading.told == [])
        let found = reading.flow?.steps[0].expect.compactMap { template in
            if case .response(_, let test) = template.written.kind { test } else { nil }
        }
        #expect(found == tests)
    }

    @Test("need no step that looks at a page, and a base URL whose path counts")
    func pages() {
        let flow = { (steps: String) in
            "{ name: 'a', baseURL: 'http://a/v1', steps: [ { request: '/x' },\n\(steps) ] }"
        }
        let told =
            "2:1 this step looks at a page, and no step of the flow opens one; add { open: \"/…\" } before it, "
        for step in ["{ expect: { visible: '#a' } }", "{ screenshot: true }"] {
            #expect(reading(flow(step)).told.map { String($0.prefix(told.count)) } == [told])
            #expect(reading(flow(step + ", { open: '/' }")).told == [])
        }
        let warning = "the path '/v1' of baseURL is not part of this URL, as with 'open'"
        #expect(reading(flow("")).warnings.map(\.message) == [warning])
        let other = "{ name: 'a', baseURL: 'http://a/', steps: [ { request: '/x' } ] }"
        #expect(reading(other).warnings.isEmpty)
    }

    @Test("say who sends them, and how they are sent again")
    func retryAndAuthentication() throws {
        let request = try request(
            """
            { request: "/jobs/1", auth: { basic: { username: "me", password: "${V}" } },
              retry: { until: [{ status: 200 }], every: "2s", for: "1m", backoff: 1.5, onConnectionError: true } }
            """,
            flow: "variables: { V: 'seven' }, requests: { auth: { bearer: 't' } },"
        )
        #expect(request.options.authentication == .basic(BasicAuth(username: "me", password: "seven")))
        let retry = try #require(request.retry)
        #expect(retry.until.map(\.kind) == [.response(.status, .isStatus([StatusRange(200)]))])
        #expect(retry.interval == .seconds(2) && retry.limit == .seconds(60) && retry.backoff == 1.5)
        #expect(retry.includesConnectionErrors)
        let other = try self.request("{ request: '/x' }", flow: "requests: { auth: { bearer: 't' } },")
        #expect(other.options.authentication == .bearer("t") && other.retry == nil)
    }

    @Test("need a base URL where theirs is a path")
    func relative() {
        let told = reading("{ name: 'a', steps: [{ request: '/x' }] }").told
        #expect(
            told.first?.contains("'/x' cannot be requested: it is relative, and the flow has no baseURL")
                == true
        )
        let based = reading("{ name: 'a', requests: { baseURL: 'http://a/v1' }, steps: [{ request: '/x' }] }")
        #expect(based.told == [] && based.flow?.requests.baseURL == "http://a/v1")
    }

    @Test("are warned of where --base-url does not replace what they are sent to")
    func baseURLOfCommandLine() {
        func warned(_ base: String) -> Bool {
            let text = "{ name: 'a', requests: { baseURL: '\(base)' }, steps: [{ request: '/x' }] }"
            let reading = reading(text, baseURL: "http://staging")
            return "\(reading)".contains("--base-url does not replace")
        }
        #expect(warned("http://a/v1"))
        #expect(!warned("${BASE_URL}/v1"))
    }

    @Test("say where a JSONPath is wrong")
    func path() {
        let told = readingStep("{ request: 'http://a', expect: { json: '$.a[', equals: 1 } }").told
        #expect(told.count == 1 && told[0].contains("'$.a[' is not a valid JSONPath: "), "\(told)")
    }
}
