/// When each phase of a transfer was done, counted from its start, to the microsecond.
///
/// Each is at least as long as the one above it, so a phase's own length is the difference. Those that a
/// reused connection spares are about zero. After redirects, all but ``redirects`` and ``total`` are counted from the
/// start of the last request.
public struct HTTPTimings: Sendable, Hashable {
    /// Until the host's address was known.
    public var nameLookup: Duration
    /// Until the TCP connection stood.
    public var connect: Duration
    /// Until the TLS handshake was done; zero without TLS, and on a reused connection.
    public var tls: Duration
    /// Until the request began to go out.
    public var request: Duration
    /// Until the first byte of the reply came.
    public var firstByte: Duration
    /// Time spent on the requests that were answered by a redirect which was followed.
    public var redirects: Duration
    /// Until the last byte of the reply came, ``redirects`` included.
    public var total: Duration

    /// Makes timings.
    public init(
        nameLookup: Duration = .zero,
        connect: Duration = .zero,
        tls: Duration = .zero,
        request: Duration = .zero,
        firstByte: Duration = .zero,
        redirects: Duration = .zero,
        total: Duration = .zero
    ) {
        self.nameLookup = nameLookup
        self.connect = connect
        self.tls = tls
        self.request = request
        self.firstByte = firstByte
        self.redirects = redirects
        self.total = total
    }
}
