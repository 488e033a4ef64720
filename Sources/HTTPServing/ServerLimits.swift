/// What a server puts up with.
package struct ServerLimits: Sendable, Hashable {
    /// The most bytes of a request's body; more is answered with 413.
    package var bodySize = 16 << 20
    /// The most bytes of a request's head; more is answered with 431.
    package var headSize = 32 << 10
    /// How long a request may take to arrive, and a connection may wait between requests.
    package var arrivalTime = Duration.seconds(30)
    /// The most connections of each address; further ones wait until one ends.
    package var connections = 200

    /// Makes the limits of a server for one machine.
    package init() {}
}
