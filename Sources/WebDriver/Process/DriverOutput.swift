import Dispatch
import Foundation

/// Reads a driver's standard output: first for its port, then only to keep the pipe from filling.
final class DriverOutput: Sendable {
    /// How the start went, as the output shows it.
    enum Start: Sendable {
        case listening(port: UInt16, version: String?)
        case closed(output: String)
        case silent(output: String)
        case cancelled
    }

    private let start = Promise<Start>()
    /// How much is kept of what comes before the port is named: its banner has 300 bytes.
    private static let longestOutput = 16_384

    /// Reads until the pipe's end, on a thread of its own, and closes it.
    init(_ descriptor: Int32, startBy deadline: ContinuousClock.Instant) {
        let start = start
        DispatchQueue(label: "canary.driver.output").async {
            Self.read(descriptor, until: deadline, fulfilling: start)
            close(descriptor)
        }
    }

    /// Waits until the driver listens, has closed its output or has let the deadline pass; cancellation ends it at once.
    func waitForStart() async -> Start {
        await withTaskCancellationHandler {
            await start.value
        } onCancel: {
            start.fulfil(.cancelled)
        }
    }

    private static func read(
        _ descriptor: Int32,
        until deadline: ContinuousClock.Instant,
        fulfilling start: Promise<Start>
    ) {
        var output = ""
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            if start.known == nil, !waitForInput(descriptor, until: deadline) {
                start.fulfil(.silent(output: output))
            }
            let count = Foundation.read(descriptor, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            if start.known != nil { continue }
            // Of a driver that floods its output the end is kept.
            if output.utf8.count > Self.longestOutput { output = String(output.suffix(1000)) }
            output += String(decoding: bytes[..<count], as: UTF8.self)
            let banner = DriverBanner(output)
            if let port = banner.port { start.fulfil(.listening(port: port, version: banner.version)) }
        }
        start.fulfil(.closed(output: output))
    }

    private static func waitForInput(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let left = max(.zero, deadline - .now)
            var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&interest, 1, Int32(clamping: left.wholeMilliseconds))
            if ready > 0 { return true }
            if ready == 0, ContinuousClock.now >= deadline { return false }
            if ready < 0, errno != EINTR { return true }
        }
    }
}
