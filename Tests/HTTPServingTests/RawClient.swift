import Foundation
import HTTPServing
import Synchronization

/// A connection whose every byte the test decides.
final class RawClient: Sendable {
    private let descriptor: Int32
    private let unread = Mutex(Data())

    /// Connects.
    init(_ address: ListenAddress) throws {
        switch address {
        case .tcp(_, let port):
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = UInt16(port).bigEndian
            name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
            try Self.connect(descriptor, &name)
        case .unixSocket(let path):
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var name = sockaddr_un()
            name.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
            try Self.connect(descriptor, &name)
        }
        // What does not come at all fails a test, and does not hang it.
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Sends all of a text; false where the server has closed.
    @discardableResult
    func send(_ text: String) async -> Bool { await send(Data(text.utf8)) }

    /// Sends all bytes; false where the server has closed.
    func send(_ bytes: Data) async -> Bool {
        await onThread { [descriptor] in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// What comes until it holds `end` `count` times, or until the server closes.
    func read(until end: String, count: Int = 1) async -> String {
        await onThread { [self] in
            var text = Data()
            var found = 0
            let last = end.utf8.last
            while found < count, let next = nextByte() {
                text.append(next)
                if next == last, text.suffix(end.utf8.count).elementsEqual(end.utf8) { found += 1 }
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// All that comes until the server closes; `nil` where it does not within 20 s.
    func readToEnd() async -> String? {
        await onThread { [self] in
            var text = unread.withLock { $0 }
            while let more = receive() { text.append(more) }
            return errno == EAGAIN ? nil : String(decoding: text, as: UTF8.self)
        }
    }

    private func nextByte() -> UInt8? {
        unread.withLock { unread in
            if unread.isEmpty { unread = receive() ?? Data() }
            return unread.popFirst()
        }
    }

    /// What comes next; `nil` at the end, where `errno` tells a time that is over.
    private func receive() -> Data? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        errno = 0
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Data(buffer.prefix(count)) : nil
    }

    /// Whether something comes, or the server closes, within a time.
    func hasInput(within time: Duration) -> Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, Int32(time / .milliseconds(1))) > 0
    }

    private static func connect<T>(_ descriptor: Int32, _ name: inout T) throws {
        let result = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<T>.size))
            }
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}

/// Runs what blocks on a thread of its own.
private func onThread<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}
