import CMicrohttpd
import Foundation

/// libmicrohttpd's server on one socket, with a thread of its own.
///
/// `@unchecked`: the pointer is set once, before the daemon is handed on, and libmicrohttpd's functions on it that are
/// used here are for any thread; ``quiesce()`` and ``stop()`` are called once each, in this order.
final class Daemon: @unchecked Sendable {
    let service: Service
    let isFromUnixSocket: Bool
    private var pointer: OpaquePointer?

    /// Starts it.
    init(on socket: ListeningSocket, service: Service) throws(ServingError) {
        self.service = service
        if case .unixSocket = socket.address { isFromUnixSocket = true } else { isFromUnixSocket = false }
        let limits = service.limits
        var settings = microhttpd_settings()
        settings.listen_socket = socket.descriptor
        settings.connection_limit = UInt32(clamping: limits.connections)
        settings.idle_seconds = UInt32(clamping: limits.arrivalTime.components.seconds + 1)
        // Besides the bytes of the head it holds what is known of each header, and what is sent.
        settings.connection_memory = limits.headSize * 2 + (32 << 10)
        settings.context = Unmanaged.passUnretained(self).toOpaque()
        settings.connection = Self.connection
        settings.request_line = Self.requestLine
        settings.request = Self.request
        settings.request_over = Self.requestOver
        pointer = microhttpd_start(&settings)
        guard pointer != nil else { throw .notStarted(socket.address) }
    }

    /// Takes no more connections.
    func quiesce() { microhttpd_quiesce(pointer) }

    /// Closes all connections and waits for the thread.
    func stop() { microhttpd_stop(pointer) }
}
