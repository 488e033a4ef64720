import CanaryModel
import CanaryReport
import Dispatch
import Foundation
import Synchronization

/// The events of a run on their way to another program, a line of JSON each, as they happen.
///
/// All is written on a queue of its own: a slow reader must not hold up the run.
final class EventStream: Sendable {
    private struct State {
        /// What is written to; `nil` until the first event, since opening a pipe waits for its reader.
        var stream: StandardStream?
        var failure: CommandFailure?
    }

    /// The file; `nil` for standard output.
    private let file: ReportFile?
    private let queue = DispatchQueue(label: "canary.events")
    private let state: Mutex<State>

    /// Makes a stream to where the request says; `nil` for what is no stream, and for the run's folder, which has its
    /// events already.
    init?(_ request: ReportRequest) {
        guard request.reporter == .ndjson else { return nil }
        switch request.destination {
        case .folder: return nil
        case .standardOutput:
            file = nil
            state = Mutex(State(stream: .output))
        case .file(let path):
            file = ReportFile(path: path)
            state = Mutex(State())
        }
    }

    /// Tells an event; returns at once.
    func tell(_ event: RunEvent) {
        queue.async { @Sendable in
            self.state.withLock { state in
                guard state.failure == nil else { return }
                do {
                    let line = try event.jsonLine()
                    let stream = try state.stream ?? Self.open(self.file)
                    state.stream = stream
                    stream.write(String(decoding: line, as: UTF8.self))
                } catch let failure as CommandFailure {
                    state.failure = failure
                } catch {
                    state.failure = .error("an event cannot be written: \(error)")
                }
            }
        }
    }

    /// Returns when all is written: what kept it from that.
    ///
    /// A reader that has seen enough is no failure, and that of standard output is reported at the end of the process.
    func end() async -> CommandFailure? {
        await withCheckedContinuation { written in
            queue.async { @Sendable in
                written.resume(
                    returning: self.state.withLock { state in
                        guard let file = self.file else { return state.failure }
                        let code = state.stream?.failure
                        if let stream = state.stream { close(stream.descriptor) }
                        state.stream = nil
                        return state.failure ?? (code == EPIPE ? nil : code.map(file.failure(code:)))
                    }
                )
            }
        }
    }

    private static func open(_ file: ReportFile?) throws(CommandFailure) -> StandardStream {
        guard let file else { return .output }
        let descriptor = Foundation.open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw file.failure(code: errno) }
        return StandardStream(descriptor: descriptor)
    }
}
