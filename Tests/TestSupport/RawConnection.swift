public import Foundation
import Synchronization

/// One connection to a ``RawServer``, for its thread to read and write.
public final class RawConnection: Sendable {
    private struct State {
        var isOpen = true
        var requests: [String] = []
    }

    /// Which connection to the server it is, from 0.
    public let number: Int
    private let socket: Int32
    private let state = Mutex(State())

    init(socket: Int32, number: Int) {
        self.socket = socket
        self.number = number
    }

    /// What was read by ``readRequest()`` so far.
    public var requests: [String] { state.withLock(\.requests) }

    var isOpen: Bool { state.withLock(\.isOpen) }

    /// Reads one request, body included by its `Content-Length`; `nil` at the end of the connection.
    @discardableResult
    public func readRequest() -> String? {
        var request = Data()
        let separator = Data("\r\n\r\n".utf8)
        while request.range(of: separator) == nil {
            guard let byte = read(upTo: 1) else { return nil }
            request.append(byte)
        }
        let head = String(decoding: request, as: UTF8.self)
        let length = head.firstMatch(of: /(?i)\r\ncontent-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
        let size = request.count + length
        while request.count < size {
            guard let more = read(upTo: size - request.count) else { return nil }
            request.append(more)
        }
        let text = String(decoding: request, as: UTF8.self)
        state.withLock { $0.requests.append(text) }
        return text
    }

    /// Writes all of a text.
    public func write(_ text: String) {
        write(Data(text.utf8))
    }

    /// Writes all bytes, unless the client has gone.
    public func write(_ bytes: Data) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until the client has closed its side, whatever it sends before.
    public func waitForEnd() {
        while read(upTo: 65536) != nil {}
    }

    /// Closes in a way that the client sees as a reset.
    public func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Closes; done by itself when the serving closure returns.
    public func close() {
        state.withLock { state in
            if state.isOpen { Foundation.close(socket) }
            state.isOpen = false
        }
    }

    /// Ends whatever the connection's thread is waiting for.
    func interrupt() {
        state.withLock { state in
            if state.isOpen { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    private func read(upTo count: Int) -> Data? {
        var buffer = [UInt8](repeating: 0, count: count)
        let received = recv(socket, &buffer, count, 0)
        return received > 0 ? Data(buffer.prefix(received)) : nil
    }
}
