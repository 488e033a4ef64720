import CanaryHTTP
import CanaryModel
import Foundation
import Testing

@testable import CanaryAPI

@Suite("Responses") struct APIResponseTests {
    private func response(_ body: String, status: Int = 200, reason: String = "OK") -> APIResponse {
        let headers = HTTPHeaders([
            HTTPHeader(name: "Set-Cookie", value: "a=1"), HTTPHeader(name: "set-cookie", value: "b=2"),
        ])
        return APIResponse(
            HTTPResponse(
                status: status,
                reason: reason,
                headers: headers,
                body: Data(body.utf8),
                timings: HTTPTimings(total: .milliseconds(35)),
                effectiveURL: "http://a.example/x"
            )
        )
    }

    private func condition(
        _ reading: ResponseReading,
        _ test: ValueTest,
        isNegated: Bool = false
    ) -> Condition {
        Condition(
            .response(reading, test),
            isNegated: isNegated,
            position: SourcePosition(file: "f", line: 3, column: 1)
        )
    }

    private let request = Request(method: "GET", url: "/x")

    @Test("are read by status, header, JSONPath, body, size and duration")
    func readings() throws {
        let response = response(#"{"a":[1,2],"s":"x"}"#, status: 201, reason: "Created")
        #expect(try response.values(of: .status) == [.number(201)])
        #expect(try response.values(of: .header("SET-COOKIE")) == [.string("a=1"), .string("b=2")])
        #expect(try response.values(of: .header("none")) == [])
        #expect(try response.values(of: .json("$.a[*]")) == [.number(1), .number(2)])
        #expect(try response.values(of: .body) == [.string(#"{"a":[1,2],"s":"x"}"#)])
        #expect(try response.values(of: .size) == [.number(19)])
        #expect(try response.values(of: .duration) == [.number(35)])
        #expect(response.summary == "201 Created after 35 ms, 19 bytes")
    }

    @Test(
        "do not show the values of cookies and of headers that say who one is",
        arguments: [
            ResponseReading.cookie("id", attribute: nil), .header("Set-Cookie"), .header("x-api-key"),
        ]
    )
    func masked(reading: ResponseReading) throws {
        var http = HTTPResponse(
            status: 200,
            headers: HTTPHeaders([
                HTTPHeader(name: "Set-Cookie", value: "id=t0psecret"),
                HTTPHeader(name: "X-Api-Key", value: "t0psecret"),
            ])
        )
        http.cookies = ["id=t0psecret"]
        let response = APIResponse(http)
        for test in [ValueTest.equals(.string("x")), .atLeast(5)] {
            let sentence = try condition(reading, test).diagnosis(of: response)?.sentence
            #expect(sentence?.contains("which is masked") == true && sentence?.contains("t0psecret") == false)
        }
        let saved = SavedResponseValue(name: "A", reading: reading, pattern: "zzz")
        #expect {
            try saved.value(in: response)
        } throws: { error in
            !"\(error)".contains("t0psecret")
        }
    }

    @Test("are read by cookie, phase, version, redirects and certificate")
    func moreReadings() throws {
        var http = HTTPResponse(
            status: 200,
            timings: HTTPTimings(
                nameLookup: .milliseconds(1),
                connect: .milliseconds(3),
                tls: .milliseconds(7),
                request: .milliseconds(8),
                firstByte: .milliseconds(20),
                redirects: .milliseconds(100),
                total: .milliseconds(150)
            )
        )
        #expect(try APIResponse(http).values(of: .certificate(.expiresIn)) == [])
        (http.version, http.redirectCount) = ("2", 1)
        http.cookies = [
            "id=old; Path=/", "id=a=b; Path=/x; HttpOnly; max-age=60; SameSite=Lax", "other=1", "none",
        ]
        http.certificate = HTTPCertificate(
            subject: "CN = a",
            issuer: "CN = b",
            serialNumber: "01",
            names: ["DNS:a"],
            begins: Date(timeIntervalSince1970: 0),
            ends: Date(timeIntervalSinceNow: 86_400)
        )
        let response = APIResponse(http)
        let phases = try ResponsePhase.allCases.map { try response.values(of: .phase($0)) }
        #expect(phases == [[.number(1)], [.number(2)], [.number(4)], [.number(12)], [.number(30)]])
        #expect(try response.values(of: .httpVersion) == [.string("2")])
        #expect(try response.values(of: .redirects) == [.number(1)])
        #expect(try response.values(of: .cookie("id", attribute: nil)) == [.string("a=b")])
        let attributes = try CookieAttribute.allCases.map {
            try response.values(of: .cookie("id", attribute: $0))
        }
        #expect(
            attributes == [[], [.number(60)], [], [.string("/x")], [], [.bool(true)], [.string("Lax")]]
        )
        #expect(try response.values(of: .cookie("ID", attribute: nil)) == [])
        #expect(try response.values(of: .certificate(.issuer)) == [.string("CN = b")])
        #expect(try response.values(of: .certificate(.names)) == [.array([.string("DNS:a")])])
        #expect(try response.values(of: .certificate(.begins)) == [.string("1970-01-01T00:00:00Z")])
        let long = try condition(.certificate(.expiresIn), .atLeast(1_209_600_000)).diagnosis(of: response)
        #expect(
            long?.sentence
                == "Expected the time until the certificate expires to be at least 14 days, but it was 23h 59m."
                || long?.sentence
                    == "Expected the time until the certificate expires to be at least 14 days, but it was 24h 00m."
        )
        #expect(try condition(.certificate(.expiresIn), .atLeast(3_600_000)).diagnosis(of: response) == nil)
        #expect(
            try condition(.cookie("gone", attribute: nil), .equals(.string("1"))).diagnosis(of: response)?
                .sentence
                .contains("neither the response nor a redirect to it sets that cookie") == true
        )
    }

    @Test(
        "fail with every condition that does not hold, and the path that is near to one that selects nothing"
    )
    func diagnoses() throws {
        let response = response(#"{"data":{"order":{"id":1}}}"#)
        let conditions = [
            condition(.json("$.order.id"), .equals(.number(1))),
            condition(.status, .isStatus([StatusRange(201)])),
            condition(.json("$.data"), .type(.object)), condition(.size, .atMost(5), isNegated: true),
            condition(.json("$.data"), .absent(true), isNegated: true),
        ]
        let error = #expect(throws: APIError.self) {
            try response.judge(conditions, of: request)
        }
        #expect(error?.code == .expectation)
        #expect(
            error?.diagnoses.map(\.sentence) == [
                "Expected $.order.id to equal 1, but nothing matched it.",
                "Expected the status to be 201, but it was 200 OK.",
            ]
        )
        #expect(error?.diagnoses.first?.suggestions == ["$.data.order.id"])
        #expect(error?.diagnoses.first?.position?.line == 3)
    }

    @Test("that are not valid by a JSON Schema say where")
    func schema() throws {
        let schema = try JSONValue(
            parsing: Data(#"{"properties":{"id":{"type":"integer"}},"required":["id","total"]}"#.utf8)
        )
        let condition = condition(.document, .schema(schema))
        let error = #expect(throws: APIError.self) {
            try response(#"{"id":"7"}"#).judge([condition], of: request)
        }
        let sentence = error?.diagnoses.first?.sentence ?? ""
        #expect(sentence.hasPrefix("Expected the JSON body to be valid by its schema, but $"), "\(sentence)")
        #expect(sentence.contains("$.id must be an integer") && sentence.contains("'total'"), "\(sentence)")
        try response(#"{"id":7,"total":1}"#).judge([condition], of: request)
    }

    @Test("tell what was found that is not to be so, and that a body was decompressed which is not JSON")
    func found() throws {
        let response = response(#"{"state":"running"}"#)
        func sentence(_ reading: ResponseReading, _ test: ValueTest) throws -> String? {
            try condition(reading, test, isNegated: true).diagnosis(of: response)?.sentence
        }
        #expect(
            try sentence(.json("$.state"), .equals(.string("running")))
                == #"Expected $.state not to equal "running", but it was "running"."#
        )
        #expect(
            try sentence(.header("Set-Cookie"), .startsWith("a="))
                == "Expected the header Set-Cookie not to start with \"a=\", but it was a value that is masked."
        )
        var http = response.http
        http.headers = HTTPHeaders([HTTPHeader(name: "Content-Encoding", value: "gzip")])
        http.body = Data("\u{2}".utf8)
        let broken = try condition(.json("$.a"), .type(.string)).diagnosis(of: APIResponse(http))
        #expect(broken?.actual?.hasPrefix("the body was not JSON once decompressed (gzip): line 1") == true)
    }

    @Test(
        "have no count of what a path to one place does not lead to, and no attribute of a cookie that is not set"
    )
    func absence() throws {
        let response = response(#"{"items":[],"a":{"b":1}}"#)
        func sentence(_ reading: ResponseReading, _ test: ValueTest) throws -> String? {
            try condition(reading, test).diagnosis(of: response)?.sentence
        }
        #expect(try sentence(.json("$.items"), .count(.equals(0))) == nil)
        #expect(try sentence(.json("$.items[*]"), .count(.equals(0))) == nil)
        #expect(
            try sentence(.json("$.itemz"), .count(.equals(0)))?.hasSuffix("but nothing matched it.") == true
        )
        let filtered = ValueTest.filtered([.count], .atMost(5))
        #expect(try sentence(.json("$.itemz"), filtered)?.hasSuffix("but nothing matched it.") == true)
        #expect(
            try sentence(.cookie("sid", attribute: .httpOnly), .equals(.bool(true)))?
                .hasSuffix("but neither the response nor a redirect to it sets that cookie.") == true
        )
        #expect(
            try sentence(.cookie("a", attribute: .httpOnly), .equals(.bool(true))) != nil
        )
    }

    @Test("hold for a negated condition only where there is one value of which it is false")
    func negated() throws {
        let response = response(#"{"a":5,"s":"x","l":[1,2]}"#)
        for (path, test, holds) in [
            ("$.a", ValueTest.equals(.number(6)), true), ("$.a", .equals(.number(5)), false),
            ("$.typo", .equals(.number(6)), false), ("$.l[*]", .equals(.number(6)), false),
            ("$.s", .greaterThan(5), false), ("$.l[*]", .contains(.number(3)), true),
            ("$.l", .count(.equals(.number(3))), true),
        ] {
            let diagnosis = try condition(.json(path), test, isNegated: true).diagnosis(of: response)
            #expect((diagnosis == nil) == holds, "\(path) \(test)")
        }
        let missing = try condition(.header("X-None"), .contains(.string("a")), isNegated: true).diagnosis(
            of: response
        )
        #expect(missing?.sentence.hasSuffix("but the response has no such header.") == true)
    }

    @Test("with a header that came more than once fit by one of its values")
    func repeated() throws {
        let response = response("{}")
        #expect(try condition(.header("Set-Cookie"), .startsWith("b=")).diagnosis(of: response) == nil)
        #expect(try condition(.header("Set-Cookie"), .equals(.string("c"))).diagnosis(of: response) != nil)
        let saved = SavedResponseValue(name: "B", reading: .header("Set-Cookie"), pattern: "^b=(.*)")
        #expect(try saved.value(in: response) == "2")
    }

    @Test("are read in the character encoding that they name, where it is known and they are valid in it")
    func charset() throws {
        for (type, bytes, text) in [
            ("text/html; charset=iso-8859-1", [0xE9], "é"),
            ("text/html; Charset=\"GB2312\"", [0xC4, 0xE3], "你"),
            ("text/html", [0xE9], "\u{FFFD}"), ("text/html; charset=utf-8", [0xC3, 0xA9], "é"),
            ("text/html; charset=none-such", [0xC3, 0xA9], "é"),
            ("text/html; charset=ascii//IGNORE", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)] {
            let headers = HTTPHeaders([HTTPHeader(name: "content-type", value: type)])
            let response = APIResponse(HTTPResponse(status: 200, headers: headers, body: Data(bytes)))
            #expect(try response.values(of: .body) == [.string(text)])
            #expect(try condition(.body, .equals(.string(text))).diagnosis(of: response) == nil)
        }
    }

    @Test("have values of XPath with their types, the URL that answered, and its address")
    func typed() throws {
        var http = response("<a><b/><b/></a>").http
        http.address = "127.0.0.1"
        let response = APIResponse(http)
        #expect(try response.values(of: .xpath("count(//b)")) == [2])
        #expect(try response.values(of: .xpath("boolean(//c)")) == [.bool(false)])
        #expect(try response.values(of: .xpath("0 div 0")) == ["NaN"])
        #expect(try response.values(of: .effectiveURL) == ["http://a.example/x"])
        #expect(try response.values(of: .remoteAddress) == ["127.0.0.1"])
        http.address = ""
        #expect(try APIResponse(http).values(of: .remoteAddress) == [])
    }

    @Test("tell durations as people read them")
    func duration() throws {
        let diagnosis = try condition(.duration, .lessThan(20)).diagnosis(of: response("{}"))
        #expect(diagnosis?.sentence == "Expected the duration to be less than 20 ms, but it was 35 ms.")
    }

    @Test("of 400 and more fail unless the status is asked for or allowed")
    func statuses() throws {
        let gone = response("{}", status: 410, reason: "Gone")
        let error = #expect(throws: APIError.self) { try gone.judge([], allowed: [404], of: request) }
        #expect(error?.code == .status)
        #expect(error?.description == "GET http://a.example/x was answered with status 410 Gone")
        try gone.judge([], allowed: [410], of: request)
        try gone.judge([], wanted: [410], of: request)
        #expect(throws: APIError.self) { try response("").judge([], wanted: [404], of: request) }
        try gone.judge([condition(.status, .isStatus([StatusRange(400...499)]))], of: request)
        try response("", status: 302).judge([], of: request)
    }

    @Test(
        "whose body is not JSON say so where JSON is asked for",
        arguments: [
            ("", "the body was empty"),
            ("<html>", "the body was not JSON: line 1, column 1: '<' where a value should stand"),
        ]
    )
    func noJSON(body: String, words: String) throws {
        let condition = condition(.json("$.a"), .absent(true))
        let error = #expect(throws: APIError.self) {
            try response(body).judge([condition], of: request)
        }
        #expect(error?.diagnoses.first?.sentence == "Expected $.a to be absent, but \(words).")
    }

    @Test("that cannot be judged are the flow's fault: a path or pattern that a saved value has made wrong")
    func invalid() {
        for condition in [
            condition(.json("$["), .equals(.null)), condition(.body, .matches("(")),
        ] {
            let error = #expect(throws: APIError.self) {
                try response("{}").judge([condition], of: request)
            }
            #expect(error?.code == .flow)
        }
    }

    @Test(
        "give what is to be saved with its type, and of a text the part that a pattern matches",
        arguments: [
            (SavedResponseValue(name: "X", reading: .json("$.id")), .number(JSONNumber("29.90")!)),
            (SavedResponseValue(name: "X", reading: .json("$.s")), "a-7"),
            (SavedResponseValue(name: "X", reading: .json("$.s"), pattern: "a-([0-9])"), "7"),
            (SavedResponseValue(name: "X", reading: .json("$.s"), pattern: "[0-9]"), "7"),
            (
                SavedResponseValue(name: "X", reading: .json("$.o")),
                .object(JSONObject([("b", 1), ("a", .array([]))]))
            ),
            (SavedResponseValue(name: "X", reading: .json("$.none"), fallback: "d"), "d"),
            (SavedResponseValue(name: "X", reading: .json("$.null"), fallback: "d"), "d"),
            (SavedResponseValue(name: "X", reading: .json("$.s"), pattern: "z", fallback: "d"), "d"),
            (SavedResponseValue(name: "X", reading: .status), 200),
        ] as [(SavedResponseValue, JSONValue)]
    )
    func saved(value: SavedResponseValue, kept: JSONValue) throws {
        let response = response(#"{"id":29.90,"s":"a-7","o":{"b":1,"a":[]},"null":null,"e":"","l":[1,2]}"#)
        #expect(try value.value(in: response) == kept)
    }

    @Test(
        "that have not what is to be saved fail in the words of the flow",
        arguments: [
            ("$.none", "nothing matches $.none"), ("$.id", "nothing matches $.id, these match: $.data.id"),
            ("$.null", "it is null"), ("$.e", "it is empty"),
            ("$.l[*]", "there are 2 of it"),
        ]
    )
    func unsaved(path: String, reason: String) {
        let response = response(#"{"null":null,"e":"","l":[1,2],"data":{"id":5}}"#)
        for (label, words) in [("No order ID", "No order ID: "), (nil, "\(path) could not be saved as X: ")] {
            let value = SavedResponseValue(name: "X", reading: .json(path), label: label)
            let error = #expect(throws: APIError.self) { try value.value(in: response) }
            #expect(error?.code == .value)
            #expect(error?.description == words + reason)
        }
    }
}
