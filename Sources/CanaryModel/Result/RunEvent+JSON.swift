public import Foundation

extension RunEvent {
    /// The event as a line of `events.ndjson`: one JSON object in UTF-8, a newline at the end.
    ///
    /// Its key `event` names it; `flow`, `attempt`, `group`, `number`, `name`, `isCleanup` and `result` are there where
    /// the event has them. Keys are in alphabetical order.
    ///
    /// - Throws: `EncodingError`, which no event is known to cause.
    public func jsonLine() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self).withoutWorkflowCommands() + Data("\n".utf8)
    }
}
