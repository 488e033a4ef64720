import Foundation
import Synchronization

/// Standard output or standard error.
///
/// A text is written at once and as a whole, since what a run tells must be seen as it happens, also through a pipe.
/// After a failure nothing more is written: a reader that has seen enough (`| head`) must not end a run.
final class StandardStream: Sendable {
    static let output = StandardStream(descriptor: STDOUT_FILENO)
    static let error = StandardStream(descriptor: STDERR_FILENO)

    let descriptor: Int32
    private let failureCode = Mutex<Int32?>(nil)

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The `errno` of the write that failed; `nil` while none did.
    var failure: Int32? { failureCode.withLock(\.self) }

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The columns and rows of the terminal, 80 and 24 where it does not say.
    var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return (80, 24) }
        return (size.ws_col > 0 ? Int(size.ws_col) : 80, size.ws_row > 0 ? Int(size.ws_row) : 24)
    }

    /// Writes `text`; returns when the system has taken all of it.
    func write(_ text: String) {
        var text = text
        failureCode.withLock { failure in
            guard failure == nil else { return }
            failure = text.withUTF8 { Self.write(UnsafeRawBufferPointer($0), to: descriptor) }
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(
                descriptor,
                UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                rest.count
            )
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Whoever shares the pipe made it non-blocking; wait until it takes more.
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}

extension StandardStream {
    /// Sees to it that 0, 1 and 2 are open and that a reader who goes away does not kill the process.
    ///
    /// Where one of them is closed, the next file opened would take its number and get what is meant for it.
    static func prepare() {
        for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
        }
        signal(SIGPIPE, SIG_IGN)
    }
}
