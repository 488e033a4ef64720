import CanaryModel

/// What the driver's logs have gathered since they were read last.
public struct LogBatch: Sendable {
    var console: [ConsoleEntry] = []
    var events: [NetworkEvent] = []
    /// How many events had a form that is not known.
    var unread = 0
}
