package import CanaryHTTP
package import Foundation

/// A request that has arrived whole.
package struct ServerRequest: Sendable {
    /// The method, as it was sent: `GET`.
    package let method: String
    /// The path as it was sent: `/runs/a%20b`.
    package let rawPath: String
    /// The path with its escapes decoded: `/runs/a b`; it may hold `..`.
    package let path: String
    /// The fields of the query in order; names may repeat.
    package let query: [QueryItem]
    /// The header fields.
    package let headers: HTTPHeaders
    /// The body; empty where there is none.
    package let body: Data
    /// Whether it came by a unix socket, so from the owner of this process or root.
    package let isFromUnixSocket: Bool

    /// The name by which the client calls the server: `127.0.0.1:8080`.
    package var host: String? { headers["Host"] }
    /// The page that sent it, where a browser says so: `http://127.0.0.1:8080`.
    package var origin: String? { headers["Origin"] }

    /// The value of the first field of the query with this name.
    package func queryValue(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
