import CanaryHTTP
import Foundation

extension WebDriverError {
    /// The driver said what went wrong.
    init<Response>(_ failure: Reply.Failure, of command: Command<Response>, reply: HTTPResponse) {
        self.init(
            code: Code(wireName: failure.error),
            command: command.name,
            message: failure.message ?? "",
            alertText: failure.data?.text,
            status: reply.status
        )
    }

    /// No reply came.
    init<Response>(_ cause: HTTPError, of command: Command<Response>) {
        let isLost = cause.code == .connectionLost || cause.code == .emptyReply
        self.init(
            code: .transport(cause),
            command: command.name,
            message: "\(cause.code.label): \(cause.detail)",
            mayBeReplayed: isLost && command.method == .get
        )
    }

    /// A reply came that cannot be read; `cause` is what its decoding said, where it was tried.
    init<Response>(unreadable reply: HTTPResponse, of command: Command<Response>, cause: (any Error)?) {
        let excerpt = Self.excerpt(of: reply.body)
        let text = excerpt.isEmpty ? "no body" : "'\(excerpt)'"
        let why =
            cause.map { "unexpected reply (\(CodingFailure.words(for: $0)))" } ?? Self.advice(for: reply)
        self.init(
            code: .malformedReply(excerpt: excerpt),
            command: command.name,
            message: "HTTP \(reply.status), \(why): \(text)",
            status: reply.status
        )
    }

    private static func excerpt(of body: Data) -> String {
        let text = String(decoding: body.prefix(200), as: UTF8.self)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func advice(for reply: HTTPResponse) -> String {
        switch reply.status {
        case 300..<400:
            "the driver's URL leads on to \(reply.headers["Location"] ?? "nowhere"); give that one"
        case 401: "the driver asks for other credentials; give them as http://user:password@host"
        case 403: "the driver refuses this client or host name; chromedriver needs --allowed-ips for others"
        case 404: "no WebDriver at this path; a Grid may need /wd/hub at the end of its URL"
        case 502...504: "something in front of the driver cannot reach it"
        default: "no reply of a WebDriver"
        }
    }
}
