/// What fixes a browser that does not start, by the words in its log.
enum LaunchAdvice {
    /// The advice for the first words that are known.
    static func forLog(_ log: String) -> String? {
        (table + shortages).first { log.contains($0.words) }?.advice
    }

    /// The advice where a log says that the machine has not enough of something.
    static func forShortage(in log: String) -> String? {
        shortages.first { log.contains($0.words) }?.advice
    }

    private static let table: [(words: String, advice: String)] = [
        ("Running as root without --no-sandbox", "Add --no-sandbox, or run as another user than root"),
        (
            "No usable sandbox",
            "Allow unprivileged user namespaces (sysctl kernel.apparmor_restrict_unprivileged_userns=0), or add --no-sandbox"
        ),
        (
            "Missing X server or $DISPLAY",
            "There is no display: omit --headed, or run it under xvfb-run"
        ),
        ("cannot open display", "There is no display: omit --headed, or run it under xvfb-run"),
        (
            "error while loading shared libraries",
            "A library of the browser is missing: install the browser by its package"
        ),
        ("Failed to create a ProcessSingleton", "The profile folder is in use: end the browser that uses it"),
    ]

    private static let shortages: [(words: String, advice: String)] = [
        ("No space left on device", "The disk is full: free some space in the temporary folder"),
        (
            "pthread_create: Resource temporarily unavailable",
            "No more processes may be started: raise the limit (ulimit -u, or that of the container)"
        ),
        ("Too many open files", "No more files may be opened: raise the limit (ulimit -n)"),
        ("Cannot allocate memory", "There is not enough memory: give the machine or the container more"),
    ]
}
