import CanaryModel
import Foundation
import Synchronization

/// Takes the events of a run in the order in which they happen, masks secrets in them, appends them to
/// `events.ndjson` and hands them on.
final class EventLog: Sendable {
    fileprivate struct State {
        let file: Int32
        /// How long the file is, in whole lines.
        var length: off_t = 0
        /// The first failure to write, after which nothing more is written.
        var failure: RunError?
    }

    private let redactor: Redactor
    private let state: Mutex<State>
    private let onEvent: @Sendable (RunEvent) -> Void

    /// Makes the log of a run.
    ///
    /// - Throws: ``RunError`` with code `output` where the file cannot be made.
    init(in folder: RunFolder, redactor: Redactor, onEvent: @escaping @Sendable (RunEvent) -> Void) throws {
        self.redactor = redactor
        self.onEvent = onEvent
        try folder.write(Data(), to: "events.ndjson")
        let path = folder.path + "/events.ndjson"
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw RunError(.output, "\(path) cannot be opened for writing: \(WholeFile.Failure(code: errno))")
        }
        state = Mutex(State(file: file))
    }

    /// Tells an event.
    func tell(_ event: RunEvent) {
        let event = event.withoutRepeatedExchanges.redacted(by: redactor)
        state.withLock { state in
            if state.failure == nil {
                do {
                    state.append(try event.jsonLine())
                } catch {
                    state.failure = RunError(.output, "an event cannot be written as JSON: \(error)")
                }
            }
            onEvent(event)
        }
    }

    deinit { close(state.withLock(\.file)) }

    /// What kept events from being written, if anything did.
    var failure: RunError? { state.withLock(\.failure) }
}

extension EventLog.State {
    /// Writes a line; of one that cannot be written whole nothing stays.
    fileprivate mutating func append(_ line: Data) {
        do throws(WholeFile.Failure) {
            try WholeFile.write(line, to: file)
            length += off_t(line.count)
        } catch {
            failure = RunError(.output, "events.ndjson cannot be written: \(error)")
            _ = ftruncate(file, length)  // where that fails too, half a line stays
        }
    }
}
