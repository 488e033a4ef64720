#if os(Linux)
import CCurl
import Glibc

/// Waits for sockets on epoll, and can be woken from any thread.
///
/// The kernel lets one thread change the set while another waits on it, so a socket added by a caller is
/// watched at once, without waking the loop.
final class Poller: Sendable {
    private let epoll: Int32
    private let alarm: Int32

    /// Throws where the process has no descriptors left.
    init() throws(SystemError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw SystemError("epoll_create1") }
        alarm = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard alarm >= 0 else {
            let error = SystemError("eventfd")
            close(epoll)
            throw error
        }
        watch(alarm, reading: true, writing: false)
    }

    deinit {
        close(alarm)
        close(epoll)
    }

    /// Watches a socket, or changes what it is watched for.
    func watch(_ socket: Int32, reading: Bool, writing: Bool) {
        var event = epoll_event()
        event.events = (reading ? EPOLLIN.rawValue : 0) | (writing ? EPOLLOUT.rawValue : 0)
        event.data.fd = socket
        if epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) != 0 {
            _ = epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)
        }
    }

    /// Stops watching a socket; one that is closed already is no longer watched anyway.
    func forget(_ socket: Int32) {
        _ = epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nil)
    }

    /// Makes ``wait(until:into:)`` return now, or at once when it is next called.
    func wake() {
        eventfd_write(alarm, 1)
    }

    /// Waits until a socket is ready, the instant has passed (at most 1 ms later), or ``wake()``.
    ///
    /// - Parameters:
    ///   - instant: When to return at the latest; `nil` waits without limit.
    ///   - ready: Receives the sockets that are ready, in place of what it held.
    func wait(until instant: ContinuousClock.Instant?, into ready: inout [Readiness]) {
        ready.removeAll(keepingCapacity: true)
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            let count = epoll_wait(epoll, events.baseAddress, 64, instant?.millisecondsFromNow ?? -1)
            for event in events.prefix(Int(max(count, 0))) {
                if event.data.fd == alarm {
                    var value: eventfd_t = 0
                    eventfd_read(alarm, &value)
                } else {
                    ready.append(Readiness(epoll: event))
                }
            }
        }
    }
}

extension Readiness {
    fileprivate init(epoll event: epoll_event) {
        var events: Int32 = 0
        if event.events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { events |= CURL_CSELECT_IN }
        if event.events & EPOLLOUT.rawValue != 0 { events |= CURL_CSELECT_OUT }
        if event.events & EPOLLERR.rawValue != 0 { events |= CURL_CSELECT_ERR }
        self.init(socket: event.data.fd, events: events)
    }
}
#endif
