import Dispatch
import Foundation
import Synchronization

/// The end of what a driver and its browser log, read from a pipe: no file that a flood of it could fill a disk with.
final class DriverLog: Sendable {
    private struct State {
        var end: [UInt8] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let descriptor: Int32
    /// How many bytes of it are kept; up to twice as many while it is read.
    private static let kept = 16_384

    /// Reads until the pipe's end, on a thread of its own, and closes it.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        // What is there is read without waiting, by the thread and by whoever asks for the end.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        DispatchQueue(label: "canary.driver.log").async { [self] in
            var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            while !state.withLock({ read(&$0) }) { poll(&interest, 1, -1) }
        }
    }

    /// Its last lines, whole ones as far as they fit into so many bytes.
    ///
    /// Messages of D-Bus, which a machine without a desktop does not have, are left out.
    func tail(bytes: Int) -> String {
        let end = state.withLock { state in
            _ = read(&state)
            return state.end
        }
        let lines = String(decoding: end.suffix(bytes), as: UTF8.self).split(separator: "\n")
        return lines.dropFirst(end.count > bytes ? 1 : 0).filter { !$0.contains(":dbus/") }.joined(
            separator: "\n"
        )
    }

    /// Reads what is there.
    ///
    /// - Returns: Whether the pipe's end has come; then it is closed.
    private func read(_ state: inout State) -> Bool {
        var bytes = [UInt8](repeating: 0, count: Self.kept)
        while !state.isClosed {
            let count = Foundation.read(descriptor, &bytes, bytes.count)
            if count > 0 {
                state.end += bytes[..<count]
                if state.end.count > 2 * Self.kept { state.end.removeFirst(state.end.count - Self.kept) }
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                close(descriptor)
                state.isClosed = true
            } else if errno == EAGAIN {
                break
            }
        }
        return state.isClosed
    }
}
