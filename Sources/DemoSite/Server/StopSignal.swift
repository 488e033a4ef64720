import Foundation

/// The signal that ends every wait of the server at once: a pipe that all of them also poll.
struct StopSignal: Sendable {
    /// How a wait ended.
    enum Outcome {
        case ready
        case timeout
        case stopped
    }

    private let reader: FileDescriptor
    private let writer: FileDescriptor

    init() throws(SiteError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SiteError(call: "pipe", port: 0, errno: errno) }
        reader = FileDescriptor(ends[0])
        writer = FileDescriptor(ends[1])
    }

    func close() {
        reader.close()
        writer.close()
    }

    /// Ends all waits, those to come included.
    func send() {
        // Nobody reads the byte: the pipe stays readable for every thread that polls it.
        _ = write(writer.number, [1], 1)
    }

    /// Waits until `descriptor` is ready for `events`, the time is over, or the site stops.
    func wait(
        for events: Int32 = 0,
        on descriptor: FileDescriptor? = nil,
        until deadline: ContinuousClock.Instant
    ) -> Outcome {
        var polled = [
            pollfd(fd: reader.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor?.number ?? -1, events: Int16(events), revents: 0),
        ]
        while true {
            let left = max(.zero, ContinuousClock.now.duration(to: deadline)).components
            let milliseconds =
                left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
            let count = poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
            if polled[0].revents != 0 { return .stopped }
            if count > 0 { return .ready }
            if count == 0, milliseconds == 0 { return .timeout }
        }
    }
}
