#if canImport(Darwin)
import CCurl
import Darwin

/// Waits for sockets on kqueue, and can be woken from any thread.
final class Poller: Sendable {
    private let queue: Int32

    /// Throws where the process has no descriptors left.
    init() throws(SystemError) {
        queue = kqueue()
        guard queue >= 0 else { throw SystemError("kqueue") }
        change(0, EVFILT_USER, EV_ADD | EV_CLEAR)
    }

    deinit {
        close(queue)
    }

    /// Watches a socket, or changes what it is watched for.
    func watch(_ socket: Int32, reading: Bool, writing: Bool) {
        change(socket, EVFILT_READ, reading ? EV_ADD : EV_DELETE)
        change(socket, EVFILT_WRITE, writing ? EV_ADD : EV_DELETE)
    }

    /// Stops watching a socket; one that is closed already is no longer watched anyway.
    func forget(_ socket: Int32) {
        watch(socket, reading: false, writing: false)
    }

    /// Makes ``wait(until:into:)`` return now, or at once when it is next called.
    func wake() {
        change(0, EVFILT_USER, 0, NOTE_TRIGGER)
    }

    /// Waits until a socket is ready, the instant has passed (at most 1 ms later), or ``wake()``.
    ///
    /// - Parameters:
    ///   - instant: When to return at the latest; `nil` waits without limit.
    ///   - ready: Receives the sockets that are ready, in place of what it held.
    func wait(until instant: ContinuousClock.Instant?, into ready: inout [Readiness]) {
        ready.removeAll(keepingCapacity: true)
        withUnsafeTemporaryAllocation(of: kevent.self, capacity: 64) { events in
            var limit = timespec()
            if let milliseconds = instant?.millisecondsFromNow {
                limit.tv_sec = Int(milliseconds / 1000)
                limit.tv_nsec = Int(milliseconds % 1000) * 1_000_000
            }
            let count = withUnsafePointer(to: limit) {
                kevent(queue, nil, 0, events.baseAddress, 64, instant == nil ? nil : $0)
            }
            for event in events.prefix(Int(max(count, 0))) where event.filter != Int16(EVFILT_USER) {
                ready.append(Readiness(kqueue: event))
            }
        }
    }

    private func change(_ id: Int32, _ filter: Int32, _ flags: Int32, _ filterFlags: UInt32 = 0) {
        var event = kevent(
            ident: UInt(id),
            filter: Int16(filter),
            flags: UInt16(flags),
            fflags: filterFlags,
            data: 0,
            udata: nil
        )
        _ = kevent(queue, &event, 1, nil, 0, nil)
    }
}

extension Readiness {
    fileprivate init(kqueue event: kevent) {
        var events = event.filter == Int16(EVFILT_READ) ? CURL_CSELECT_IN : CURL_CSELECT_OUT
        if event.flags & UInt16(EV_ERROR) != 0 { events |= CURL_CSELECT_ERR }
        self.init(socket: Int32(event.ident), events: events)
    }
}
#endif
