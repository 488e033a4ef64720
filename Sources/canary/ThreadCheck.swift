import CMalloc

/// Sees whether the threads are to be had that a command needs.
///
/// Where one cannot be started, Swift's tasks and Dispatch's queues wait for it without a word, for ever.
enum ThreadCheck {
    /// As many as a run has at once, beside those of driver and browser.
    private static let needed: Int32 = 8

    /// Starts that many, and ends them again (0.2 ms).
    ///
    /// - Returns: The system's number for why one could not be started; `nil`: all could.
    static func refusal() -> Int32? {
        let code = cmalloc_start_threads(needed)
        return code == 0 ? nil : code
    }
}
