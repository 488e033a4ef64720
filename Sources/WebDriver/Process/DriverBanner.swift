/// What a driver says on its standard output when it has started.
///
///     Starting ChromeDriver 156.0.8078.79 (a21ce95c…) on port 0
///     ChromeDriver was started successfully on port 37137.
struct DriverBanner: Sendable, Hashable {
    /// Where it listens; the first line's `port 0` is none.
    private(set) var port: UInt16?
    /// Its version, where it reports it before its port.
    private(set) var version: String?

    /// Reads what has come so far; a last line without its end is left alone.
    init(_ output: String) {
        for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if version == nil, line.hasPrefix("Starting ") {
                version = ProgramVersion.number(in: line)
            } else if let range = line.firstRange(of: "started successfully on port ") {
                port = UInt16(line[range.upperBound...].prefix { $0.isNumber })
            }
        }
    }
}
