import CanaryHTTP
import Foundation
import HTTPServing

/// An address on which each test gets a port of its own.
let anyPort = ListenAddress.tcp(host: "127.0.0.1", port: 0)

/// Serves on a port of its own, with a client.
func serving<T: Sendable>(
    limits: ServerLimits = ServerLimits(),
    _ handler: @escaping @Sendable (ServerRequest) async -> ServerResponse,
    _ body: (Visitor) async throws -> T
) async throws -> T {
    try await HTTPServer.withServer([anyPort], limits: limits, handler: handler) { server in
        try await body(Visitor(server: server))
    }
}

/// A client of a server.
struct Visitor {
    let server: HTTPServer
    let client = HTTPClient()

    var address: ListenAddress { server.addresses[0] }

    func get(_ path: String) async throws -> HTTPResponse { try await send("GET", path) }

    func send(
        _ method: String,
        _ path: String,
        headers: [HTTPHeader] = [],
        body: Data? = nil
    ) async throws -> HTTPResponse {
        try await client.send(
            HTTPRequest(method: method, url: "http://\(address)\(path)", headers: headers, body: body),
            deadline: .now + .seconds(30)
        )
    }
}

/// What a handler was given, as text.
func echo(_ request: ServerRequest) -> ServerResponse {
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    let text =
        "\(request.method) \(request.path) \(request.rawPath) [\(query)] "
        + "host=\(request.host ?? "-") origin=\(request.origin ?? "-") unix=\(request.isFromUnixSocket) "
        + "body=\(request.body.count)"
    return .text(text)
}
