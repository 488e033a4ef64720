import Dispatch
import Foundation

/// Accepts connections and serves each in a thread of its own.
///
/// Blocking threads keep HTTP readable as a plain sequence, stay off the cooperative pool, and let an
/// answer be held back without a state machine. All of them end on the stop signal.
struct Server: Sendable {
    let site: DemoSite
    let listener: FileDescriptor
    let stop: StopSignal
    let threads: DispatchGroup

    func start() {
        run {
            defer { listener.close() }
            while stop.wait(for: POLLIN, on: listener, until: .now + .seconds(3600)) != .stopped {
                accept()
            }
        }
    }

    private func accept() {
        guard let descriptor = listener.accept() else {
            // Out of descriptors, or the peer is gone again: a later try may do better.
            _ = stop.wait(until: .now + .milliseconds(5))
            return
        }
        run {
            defer { descriptor.close() }
            var connection = Connection(descriptor: descriptor, stop: stop, site: site)
            connection.serve()
        }
    }

    private func run(_ work: @escaping @Sendable () -> Void) {
        threads.enter()
        let thread = Thread {
            work()
            threads.leave()
        }
        thread.stackSize = 512 * 1024
        thread.start()
    }
}
