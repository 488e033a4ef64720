/// A server of HTTP/1.1 for this machine, while a closure runs.
package final class HTTPServer: Sendable {
    /// Where it listens, in the order asked for, with the ports that it got.
    package var addresses: [ListenAddress] { listeners.map(\.socket.address) }

    /// The port of its first TCP address.
    package var port: Int? {
        for case .tcp(_, let port) in addresses { return port }
        return nil
    }

    private let service: Service
    private let listeners: [(socket: ListeningSocket, daemon: Daemon)]

    private init(service: Service, listeners: [(socket: ListeningSocket, daemon: Daemon)]) {
        self.service = service
        self.listeners = listeners
    }

    /// Serves while `body` runs.
    ///
    /// At its end connections are closed, then handlers are cancelled and waited for, and all threads are gone.
    ///
    /// - Parameters:
    ///   - addresses: Where to listen.
    ///   - limits: What it puts up with.
    ///   - handler: Answers a request; it runs in a task of its own, which is cancelled when the server stops.
    ///   - body: What to do meanwhile.
    /// - Returns: What `body` returned.
    /// - Throws: ``ServingError`` where it does not start, or what `body` throws.
    package nonisolated(nonsending) static func withServer<T: Sendable>(
        _ addresses: [ListenAddress],
        limits: ServerLimits = ServerLimits(),
        handler: @escaping @Sendable (ServerRequest) async -> ServerResponse,
        _ body: (HTTPServer) async throws -> T
    ) async throws -> T {
        let server = try await BlockingCall.run {
            Result { () throws(ServingError) in try start(addresses, limits) }
        }
        .get()
        let serving = Task { await server.service.serve(handler) }
        do {
            let result = try await body(server)
            await server.stop(serving)
            return result
        } catch {
            await server.stop(serving)
            throw error
        }
    }

    private static func start(
        _ addresses: [ListenAddress],
        _ limits: ServerLimits
    ) throws(ServingError) -> HTTPServer {
        try Library.open()
        let watch = try ConnectionWatch(arrivalTime: limits.arrivalTime)
        let service = Service(limits: limits, watch: watch)
        var listeners: [(socket: ListeningSocket, daemon: Daemon)] = []
        do throws(ServingError) {
            for address in addresses { listeners.append(try listen(address, service)) }
        } catch {
            HTTPServer(service: service, listeners: listeners).end()
            throw error
        }
        watch.start()
        return HTTPServer(service: service, listeners: listeners)
    }

    private static func listen(
        _ address: ListenAddress,
        _ service: Service
    ) throws(ServingError) -> (socket: ListeningSocket, daemon: Daemon) {
        let socket = try ListeningSocket.open(address)
        do throws(ServingError) {
            return (socket, try Daemon(on: socket, service: service))
        } catch {
            socket.end()
            throw error
        }
    }

    private func stop(_ serving: Task<Void, Never>) async {
        await BlockingCall.run { self.end() }
        await service.watch.stop()
        serving.cancel()
        await serving.value
    }

    /// Closes all connections and sockets; it blocks.
    private func end() {
        for listener in listeners { listener.daemon.quiesce() }
        service.stop()
        for listener in listeners {
            listener.daemon.stop()
            listener.socket.end()
        }
    }
}
