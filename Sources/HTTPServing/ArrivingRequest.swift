import CMicrohttpd
import CanaryHTTP
import Foundation

/// A request whose head is there, and of whose body more and more.
struct ArrivingRequest {
    /// What it is answered without a handler.
    let refusal: ServerResponse?
    /// Whether its body is larger than it may be.
    private(set) var isOverrun: Bool
    /// Whether the client waits to be told that it may send the body.
    let expectsContinue: Bool
    private let method: String
    private let target: Target?
    private let headers: HTTPHeaders
    private let isFromUnixSocket: Bool
    private let sizeLimit: Int
    private var body = Data()

    /// Reads the head; for libmicrohttpd's thread.
    init(method: String, exchange: Exchange) {
        let limits = exchange.service.limits
        let headers = Self.headers(of: exchange.connection)
        self.method = method
        self.headers = headers
        target = Target(exchange.target)
        isFromUnixSocket = exchange.isFromUnixSocket
        sizeLimit = limits.bodySize
        expectsContinue = headers["Expect"]?.lowercased() == "100-continue"
        let length = headers["Content-Length"].map { Int($0) ?? .max } ?? 0
        isOverrun = length > limits.bodySize
        refusal = Self.refusal(
            of: target,
            headers,
            headSize: microhttpd_head_size(exchange.connection.pointer),
            limits
        )
    }

    private static func refusal(
        of target: Target?,
        _ headers: HTTPHeaders,
        headSize: Int,
        _ limits: ServerLimits
    ) -> ServerResponse? {
        if headSize > limits.headSize {
            return .text("the head of the request is over \(limits.headSize) bytes\n", status: 431)
        }
        if target == nil {
            return .text("the target of the request is not a path that can be decoded\n", status: 400)
        }
        if headers["Transfer-Encoding"] != nil, headers["Content-Length"] != nil {
            return .text("the request says in two ways how long it is\n", status: 400)
        }
        if headers.values("Host").count > 1 || headers.values("Content-Length").count > 1 {
            return .text("a header that may come once comes twice\n", status: 400)
        }
        return nil
    }

    /// Adds a part of the body.
    mutating func append(_ part: UnsafeRawBufferPointer) {
        guard body.count + part.count <= sizeLimit else {
            isOverrun = true
            return
        }
        if refusal == nil { body.append(contentsOf: part) }
    }

    /// The request, all of it.
    var whole: ServerRequest? {
        target.map { target in
            ServerRequest(
                method: method,
                rawPath: target.rawPath,
                path: target.path,
                query: target.query,
                headers: headers,
                body: body,
                isFromUnixSocket: isFromUnixSocket
            )
        }
    }

    private static func headers(of connection: ConnectionHandle) -> HTTPHeaders {
        var fields: [HTTPHeader] = []
        withUnsafeMutablePointer(to: &fields) { fields in
            microhttpd_headers(
                connection.pointer,
                { context, _, name, value in
                    guard let context, let name else { return Int32(microhttpd_no) }
                    let field = HTTPHeader(
                        name: String(cString: name),
                        value: value.map { String(cString: $0) } ?? ""
                    )
                    context.assumingMemoryBound(to: [HTTPHeader].self).pointee.append(field)
                    return Int32(microhttpd_yes)
                },
                fields
            )
        }
        return HTTPHeaders(fields)
    }
}
