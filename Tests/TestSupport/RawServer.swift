import Foundation
import Synchronization

/// A server on a loopback port whose every byte the test decides, for what no real server does.
public final class RawServer: Sendable {
    /// Where it listens: `http://127.0.0.1:PORT`.
    public var baseURL: String { "http://127.0.0.1:\(port)" }
    /// The port it listens on.
    public let port: Int
    private let listener: ListeningSocket
    private let connections = Mutex<[RawConnection]>([])

    /// Serves while `body` runs, then ends every connection.
    ///
    /// - Parameters:
    ///   - serve: Runs on a thread of its own for each connection, which is closed when it returns.
    ///   - body: What to do with the server.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws, or `POSIXError` where no port can be opened.
    public static func withServer<T: Sendable>(
        serve: @escaping @Sendable (RawConnection) -> Void,
        _ body: (RawServer) async throws -> T
    ) async throws -> T {
        let server = try RawServer(listener: ListeningSocket())
        Thread.detachNewThread { server.accept(serve) }
        defer { server.end() }
        return try await body(server)
    }

    /// How many connections were made so far.
    public var connectionCount: Int { connections.withLock(\.count) }

    /// How many connections are open on the server's side.
    public var openConnectionCount: Int { connections.withLock { $0.count(where: \.isOpen) } }

    /// The heads and bodies of all requests read so far, in order of their connections.
    public var requests: [String] { connections.withLock { $0.flatMap(\.requests) } }

    private init(listener: ListeningSocket) {
        self.listener = listener
        port = listener.port
    }

    private func accept(_ serve: @escaping @Sendable (RawConnection) -> Void) {
        while true {
            let socket = Foundation.accept(listener.descriptor, nil, nil)
            guard socket >= 0 else { return }
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
            let connection = connections.withLock { connections in
                let connection = RawConnection(socket: socket, number: connections.count)
                connections.append(connection)
                return connection
            }
            Thread.detachNewThread {
                serve(connection)
                connection.close()
            }
        }
    }

    private func end() {
        listener.stop()
        for connection in connections.withLock({ $0 }) { connection.interrupt() }
    }
}
