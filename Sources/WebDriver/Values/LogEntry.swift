/// An entry of one of the driver's logs.
///
/// Of the `performance` log, `message` is itself JSON text: `{"message":{"method":…,"params":…},"webview":…}`.
public struct LogEntry: Decodable, Hashable, Sendable {
    /// `SEVERE`, `WARNING`, `INFO`, `DEBUG`.
    public let level: String
    /// What is logged.
    public let message: String
    /// When, in milliseconds since 1970.
    public let timestamp: Double
    /// Where an entry of the `browser` log comes from: `network`, `console-api`, `javascript` or another.
    public let source: String?
}
