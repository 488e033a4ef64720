import CanaryModel
import Foundation
import Synchronization

/// Takes the events of a run in the order in which they happen, masks secrets in them, appends them to
/// `events.ndjson` and hands them on.
final class EventLog: Sendable {
    private struct State {
        var file: FileHandle
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
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw RunError(.output, "\(path) cannot be opened for writing")
        }
        state = Mutex(State(file: file))
    }

    /// Tells an event.
    func tell(_ event: RunEvent) {
        let event = event.redacted(by: redactor)
        state.withLock { state in
            if state.failure == nil {
                do {
                    try state.file.write(contentsOf: event.jsonLine())
                } catch {
                    state.failure = RunError(.output, "events.ndjson cannot be written: \(error)")
                }
            }
            onEvent(event)
        }
    }

    /// What kept events from being written, if anything did.
    var failure: RunError? { state.withLock(\.failure) }
}
