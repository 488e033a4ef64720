import CanaryHTTP
import Foundation
import Synchronization
import Testing

@testable import WebDriver

@Suite("Connection", .timeLimit(.minutes(13))) struct ConnectionTests {
    private var deadline: ContinuousClock.Instant { .now + .seconds(10) }

    /// What the title's reply becomes.
    private func title(from reply: String) async throws -> Result<String, WebDriverError> {
        try await CannedServer.withServer { _ in
            reply
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)/")
            do {
                return .success(try await connection.send(.getTitle, session: "S", deadline: deadline))
            } catch let error as WebDriverError {
                return .failure(error)
            }
        }
    }

    struct Malformed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reply: String
        let words: [String]

        init(
            _ name: String,
            _ status: String,
            _ body: String,
            type: String = "text/plain",
            _ words: String...
        ) {
            testDescription = name
            reply = canned(status, body, type: type)
            self.words = words
        }
    }

    static let malformed = [
        Malformed(
            "chromedriver that refuses the host",
            "403 Forbidden",
            "The request was rejected by the server (e.g. unauthorized IP, or invalid Host/Origin header).",
            "HTTP 403",
            "--allowed-ips",
            "rejected by the server"
        ),
        Malformed("credentials", "401 Unauthorized", "", "HTTP 401", "http://user:password@host", "no body"),
        Malformed(
            "another server",
            "404 Not Found",
            "<html>\n  <h1>Not Found</h1>\n</html>",
            type: "text/html",
            "HTTP 404",
            "/wd/hub",
            "'<html> <h1>Not Found</h1> </html>'"
        ),
        Malformed("a proxy", "502 Bad Gateway", "nginx", "HTTP 502", "in front of the driver"),
        Malformed("success that is not JSON", "200 OK", "hello", "HTTP 200", "unexpected reply", "'hello'"),
        Malformed("success without a body", "200 OK", "", "HTTP 200", "no body"),
        Malformed("success without a value", "200 OK", "{}", "no 'value' at the top"),
        Malformed("success of another type", "200 OK", #"{"value":7}"#, "no String at value"),
        Malformed("null where there has to be something", "200 OK", #"{"value":null}"#, "no String at value"),
        Malformed("a failure that is cut off", "500 Oh", #"{"value":{"error":"unknown err"#, "HTTP 500"),
        Malformed("a failure without a name", "500 Oh", #"{"value":{"message":"m"}}"#, "HTTP 500"),
        Malformed("bytes that are no text", "200 OK", #"{"value":"\#u{0}"}"#, "HTTP 200"),
    ]

    @Test("a reply that is none of WebDriver says so and shows its beginning", arguments: malformed)
    func strangers(_ test: Malformed) async throws {
        let result = try await title(from: test.reply)
        let error = try #require(throws: WebDriverError.self) { try result.get() }
        guard case .malformedReply(let excerpt) = error.code else {
            Issue.record("\(error.code)")
            return
        }
        for word in test.words { #expect(error.message.contains(word), "\(error.message)") }
        #expect(test.words.isEmpty || excerpt.count <= 200)
        #expect(error.status != nil)
    }

    static let failures: [(reply: String, code: WebDriverError.Code, message: String, alert: String?)] = [
        (#"{"value":{"error":"no such element"}}"#, .noSuchElement, "", nil),
        (#"{"value":{"error":"no such element","message":null,"stacktrace":null}}"#, .noSuchElement, "", nil),
        (
            #"{"value":{"error":"timeout","message":"m","stacktrace":["a","b"],"data":"x"}}"#,
            .timeout, "m", nil
        ),
        (
            #"{"value":{"error":"unexpected alert open","message":"m","stacktrace":"","data":{"text":"Hey"}}}"#,
            .unexpectedAlertOpen, "m", "Hey"
        ),
        (
            #"{"sessionId":null,"status":13,"value":{"error":"<unknown>","message":{"a":1}}}"#,
            .other("<unknown>"), "", nil
        ),
    ]

    @Test("a failure is read with whatever is missing or of another type", arguments: failures)
    func lenient(reply: String, code: WebDriverError.Code, message: String, alert: String?) async throws {
        let result = try await title(from: canned("500 Internal Server Error", reply))
        let error = try #require(throws: WebDriverError.self) { try result.get() }
        #expect(error.code == code)
        #expect(error.message == message)
        #expect(error.alertText == alert)
        #expect(error.status == 500)
        #expect(error.command == "GET /session/{session id}/title")
    }

    @Test("where nothing is to be told, any object is good, and nothing else")
    func nothing() throws {
        for body in [#"{"value":null}"#, "{}", #"{"sessionId":"S","status":0}"#, #"{"value":{"a":1}}"#] {
            _ = try Command<Nothing>.back.decode(Data(body.utf8))
        }
        for body in ["", "<html>", "null"] {
            #expect(throws: DecodingError.self) { try Command<Nothing>.back.decode(Data(body.utf8)) }
        }
    }

    @Test("a failure with status 200 is one, an object that a script returns is not")
    func failureWithSuccess() async throws {
        let failure = #"{"value":{"error":"no such window","message":"gone","stacktrace":""}}"#
        let result = #"{"value":{"error":"no such window","message":"mine"}}"#
        let replies = [failure, result]
        try await CannedServer.withServer {
            canned("200 OK", replies[$0])
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)")
            let command = Command<[String: String]>.executeSync("return x")
            let error = try await #require(throws: WebDriverError.self) {
                try await connection.send(command, session: "S", deadline: deadline)
            }
            #expect(error.code == .noSuchWindow)
            let value = try await connection.send(command, session: "S", deadline: deadline)
            #expect(value == ["error": "no such window", "message": "mine"])
        }
    }

    @Test("credentials go into basic authentication, the base path before the command's")
    func credentials() async throws {
        try await CannedServer.withServer { _ in
            canned("200 OK", #"{"value":null}"#)
        } _: { server in
            let connection = try Connection(url: "http://ann:s%3Acret@\(server.address)/wd/hub//")
            try await connection.send(.navigate(to: "http://a/"), session: "S/1", deadline: deadline)
            let request = try #require(server.requests.first)
            #expect(request.hasPrefix("POST /wd/hub/session/S%2F1/url HTTP/1.1\r\n"))
            #expect(request.contains("Authorization: Basic \(Data("ann:s:cret".utf8).base64EncodedString())"))
            #expect(request.lowercased().contains("content-type: application/json; charset=utf-8\r\n"))
            #expect(request.hasSuffix("\r\n\r\n{\"url\":\"http://a/\"}"))
        }
    }

    @Test("no text that comes out of a failure holds the credentials")
    func credentialsInErrors() async throws {
        let error = try await #require(throws: WebDriverError.self) {
            let connection = try Connection(url: "http://ann:s3cret@127.0.0.1:1/wd/hub")
            _ = try await connection.status(deadline: deadline)
        }
        #expect(error.isDriverGone)
        #expect(!"\(error) \(error.message) \(error.code)".contains("s3cret"))
    }

    @Test("a GET whose reply is lost is sent once more, a POST is not")
    func replay() async throws {
        try await CannedServer.withServer {
            $0 == 0 ? nil : canned("200 OK", #"{"value":"T"}"#)
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)")
            #expect(try await connection.send(.getTitle, session: "S", deadline: deadline) == "T")
            #expect(server.requests.count == 2)
        }
        try await CannedServer.withServer { _ in
            nil
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)")
            let lost = try await #require(throws: WebDriverError.self) {
                try await connection.send(.getTitle, session: "S", deadline: deadline)
            }
            #expect(lost.isDriverGone)
            #expect(server.requests.count == 2)
            let posted = try await #require(throws: WebDriverError.self) {
                try await connection.send(.back, session: "S", deadline: deadline)
            }
            #expect(posted.isDriverGone)
            #expect(server.requests.count == 3)
        }
    }

    @Test("what cannot be sent is refused without asking the driver")
    func unsendable() async throws {
        try await CannedServer.withServer { _ in
            nil
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)")
            let argument = try await #require(throws: WebDriverError.self) {
                let command = Command<Nothing>.executeSync("", arguments: [Double.infinity])
                try await connection.send(command, session: "S", deadline: deadline)
            }
            #expect(argument.code == .invalidArgument)
            let session = try await #require(throws: WebDriverError.self) {
                try await connection.send(.getTitle, session: nil, deadline: deadline)
            }
            #expect(session.code == .invalidSessionID)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("an observer gets every exchange")
    func observer() async throws {
        let exchanges = Mutex<[WireExchange]>([])
        let replies = [
            canned("200 OK", #"{"value":"T"}"#),
            canned("404 Not Found", #"{"value":{"error":"no such element"}}"#),
        ]
        try await CannedServer.withServer {
            replies[$0]
        } _: { server in
            let connection = try Connection(url: "http://\(server.address)") { exchange in
                exchanges.withLock { $0.append(exchange) }
            }
            try await connection.send(.getTitle, session: "S", deadline: deadline)
            await #expect(throws: WebDriverError.self) {
                try await connection.send(.findElement(using: .css, "#x"), session: "S", deadline: deadline)
            }
        }
        let seen = exchanges.withLock { $0 }
        #expect(seen.map(\.method) == ["GET", "POST"])
        #expect(seen.map(\.path) == ["/session/S/title", "/session/S/element"])
        #expect(seen.map(\.status) == [200, 404])
        #expect(seen.map(\.code) == [nil, .noSuchElement])
        #expect(seen.map(\.request) == ["", ##"{"using":"css selector","value":"#x"}"##])
        #expect(seen.map(\.reply) == [#"{"value":"T"}"#, #"{"value":{"error":"no such element"}}"#])
        #expect(seen.allSatisfy { $0.duration > .zero })
    }
}
