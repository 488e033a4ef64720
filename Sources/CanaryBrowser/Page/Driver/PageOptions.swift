import CanaryModel
import WebDriver

/// What whoever opens a page says of it.
struct PageOptions: Sendable {
    /// User name and password, sent to the first page of an origin.
    let credentials: BasicAuth?
    /// The files that may be looked at; `nil`: any.
    let files: FileAccess?
    /// Reads what the browser has had of the processors; `nil` from it: that is not known.
    let processorTimes: @Sendable () -> ProcessorTimes?
}
