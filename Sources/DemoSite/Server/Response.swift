import Foundation

/// An answer.
struct Response {
    var status: Int
    var headers: [DemoSite.Header]
    var body: [UInt8]
    /// Whether the connection ends with it.
    var isLast = false

    init(status: Int = 200, type: String?, body: [UInt8]) {
        self.status = status
        headers = type.map { [DemoSite.Header(name: "Content-Type", value: $0)] } ?? []
        self.body = body
    }

    static func html(status: Int = 200, _ text: String) -> Response {
        Response(status: status, type: "text/html; charset=utf-8", body: Array(text.utf8))
            .with("Cache-Control", "no-store")
    }

    static func json(status: Int = 200, _ bytes: [UInt8]) -> Response {
        Response(status: status, type: "application/json", body: bytes).with("Cache-Control", "no-store")
    }

    static func text(status: Int = 200, _ text: String) -> Response {
        Response(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    /// A redirect that is followed by GET.
    static func redirect(to location: String) -> Response {
        Response(status: 303, type: nil, body: []).with("Location", location)
    }

    /// The answer with one more header; line breaks in its value are left out.
    func with(_ name: String, _ value: String) -> Response {
        var copy = self
        copy.headers.append(DemoSite.Header(name: name, value: value.filter { !$0.isNewline }))
        return copy
    }

    var isHTML: Bool {
        headers.contains { $0.isNamed("Content-Type") && $0.value.hasPrefix("text/html") }
    }

    /// The bytes to send; an answer to HEAD has the headers of the one to GET, and no body.
    func serialized(withoutBody: Bool = false) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(Self.reason(status))\r\nDate: \(Self.date())\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        if ![204, 304].contains(status) { head += "Content-Length: \(body.count)\r\n" }
        if isLast { head += "Connection: close\r\n" }
        return Array((head + "\r\n").utf8) + (withoutBody ? [] : body)
    }

    /// The time as HTTP writes it: `Sat, 21 Nov 2026 02:02:00 GMT`.
    private static func date() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return String(unsafeUninitializedCapacity: 40) { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                strftime($0.baseAddress, $0.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
            }
        }
    }

    static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 303: "See Other"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 409: "Conflict"
        case 411: "Length Required"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: "Status \(status)"
        }
    }
}
