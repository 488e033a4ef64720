import CSpawn
import Foundation
import Synchronization

/// A thread that ends connections whose requests take too long to arrive, and notices clients that leave while nothing
/// is read from them: libmicrohttpd does neither.
final class ConnectionWatch: Sendable {
    private struct State {
        var connections: [ObjectIdentifier: ClientConnection] = [:]
        var isStopped = false
        var isPipeOpen = true
        var onEnd: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let wakeUp: (reading: Int32, writing: Int32)
    private let interval: Duration

    init(arrivalTime: Duration) throws(ServingError) {
        var (reading, writing) = (Int32(-1), Int32(-1))
        let code = cspawn_pipe(&reading, &writing)
        guard code == 0 else { throw .system(call: "pipe", reason: String(cString: strerror(code))) }
        for descriptor in [reading, writing] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        wakeUp = (reading, writing)
        interval = min(max(arrivalTime / 8, .milliseconds(10)), .seconds(4))
    }

    deinit { closePipe() }

    func add(_ connection: ClientConnection) {
        state.withLock { $0.connections[ObjectIdentifier(connection)] = connection }
    }

    func remove(_ connection: ClientConnection) {
        _ = state.withLock { $0.connections.removeValue(forKey: ObjectIdentifier(connection)) }
        connection.closed()
    }

    /// Looks again at which connections are watched.
    func wake() {
        var byte: UInt8 = 0
        // A full pipe wakes it as well.
        _ = write(wakeUp.writing, &byte, 1)
    }

    func start() {
        BlockingCall.start(name: "serving-watch") {
            while let connections = self.state.withLock({ $0.isStopped ? nil : Array($0.connections.values) })
            {
                self.look(at: connections)
            }
            self.closePipe()
            self.state.withLock(\.onEnd)?()
        }
    }

    /// Ends the thread, after which nothing is woken.
    func stop() async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.isStopped = true
                state.onEnd = { continuation.resume() }
            }
            wake()
        }
    }

    private func closePipe() {
        state.withLock { state in
            guard state.isPipeOpen else { return }
            state.isPipeOpen = false
            close(wakeUp.reading)
            close(wakeUp.writing)
        }
    }

    private func look(at connections: [ClientConnection]) {
        let watched = connections.filter(\.isWatched)
        var polled = [pollfd(fd: wakeUp.reading, events: Int16(POLLIN), revents: 0)]
        polled += watched.map { pollfd(fd: $0.descriptor, events: Self.leaving, revents: 0) }
        let milliseconds = Int32(interval / .milliseconds(1))
        if poll(&polled, nfds_t(polled.count), milliseconds) > 0 {
            var bytes = [UInt8](repeating: 0, count: 64)
            while read(wakeUp.reading, &bytes, bytes.count) > 0 {}
            for (connection, seen) in zip(watched, polled.dropFirst()) where seen.revents != 0 {
                connection.clientLeft()
            }
        }
        let now = ContinuousClock.now
        for connection in connections { connection.end(at: now) }
    }

    #if canImport(Darwin)
    private static let leaving: Int16 = 0  // POLLHUP is always told
    #else
    private static let leaving: Int16 = 0x2000  // POLLRDHUP, which Swift does not see
    #endif
}
