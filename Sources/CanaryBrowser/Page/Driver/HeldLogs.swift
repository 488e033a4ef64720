import WebDriver

/// Entries of the browser's logs that were read before somebody asked for them.
struct HeldLogs {
    /// Those of the console.
    var console: [LogEntry] = []
    /// Those of the traffic.
    var traffic: [LogEntry] = []
}
