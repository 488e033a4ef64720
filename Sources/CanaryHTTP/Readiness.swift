import CCurl

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the poller saw of one socket.
struct Readiness: Sendable {
    let socket: Int32
    /// A set of `CURL_CSELECT_IN`, `_OUT` and `_ERR`.
    let events: Int32

    init(socket: Int32, events: Int32) {
        self.socket = socket
        self.events = events
    }

    /// Waits until a socket has something to read, at most a millisecond; `nil` where it has not.
    init?(awaiting socket: Int32) {
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 1) > 0 else { return nil }
        self.init(socket: socket, events: CURL_CSELECT_IN)
    }
}

extension ContinuousClock.Instant {
    /// The whole milliseconds until the instant, rounded up so that waiting them never ends before it;
    /// zero when it has passed, and at most a day.
    var millisecondsFromNow: Int32 {
        let (seconds, attoseconds) = (self - .now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
