import Foundation
import Synchronization

/// A server on a socket that answers each request by a closure, one connection a request.
final class CannedServer: Sendable {
    /// `127.0.0.1:PORT`.
    let address: String
    private let socket: Int32
    private let received = Mutex<[String]>([])

    /// The requests so far, head and body.
    var requests: [String] { received.withLock { $0 } }

    /// Starts a server, hands it to `body` and stops it.
    ///
    /// `reply` makes what is sent for the n-th request (from 0), byte for byte; `nil` closes the connection instead.
    static func withServer<T: Sendable>(
        _ reply: @escaping @Sendable (Int) -> String?,
        _ body: (CannedServer) async throws -> T
    ) async throws -> T {
        let server = try CannedServer()
        Thread.detachNewThread { server.serve(reply) }
        defer { shutdown(server.socket, Int32(SHUT_RDWR)) }
        return try await body(server)
    }

    private init() throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isListening = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        address = "127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    }

    // A thread each: browsers open connections that they may never use.
    private func serve(_ reply: @escaping @Sendable (Int) -> String?) {
        defer { close(socket) }
        while case let connection = accept(socket, nil, nil), connection >= 0 {
            Thread.detachNewThread { self.answer(connection, reply) }
        }
    }

    private func answer(_ connection: Int32, _ reply: (Int) -> String?) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        let count = received.withLock { requests in
            requests.append(request)
            return requests.count
        }
        if let reply = reply(count - 1) { write(reply, to: connection) }
    }

    /// Reads a request with as much body as its head says.
    private func read(_ connection: Int32) -> String? {
        var bytes = Data()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                let length = text.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
                if text[end.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(connection, &chunk, chunk.count, 0)
            if count <= 0 { return nil }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private func write(_ text: String, to connection: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// A reply as chromedriver writes it: no space after the colons.
func canned(_ status: String, _ body: String, type: String = "application/json; charset=utf-8") -> String {
    "HTTP/1.1 \(status)\r\nContent-Length:\(body.utf8.count)\r\nContent-Type:\(type)\r\nConnection:close\r\n\r\n\(body)"
}
