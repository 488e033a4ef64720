/// What a service file says.
public struct ServiceDefinition: Sendable, Hashable {
    /// What the service calls while it is well, so that somebody notices when it is not.
    public struct Heartbeat: Sendable, Hashable {
        /// The URL, which gets a GET.
        public var url: String
        /// How often.
        public var interval: Duration
    }

    /// The folder of its state, as a path from here.
    public var state = ""
    /// Where it listens: `127.0.0.1:8080`.
    public var listen = "127.0.0.1:8080"
    /// What a client has to show; `nil`: only this machine is listened to.
    public var token: String?
    /// How many runs there are at once; `nil`: as many as there are processors.
    public var jobs: Int?
    /// Its heartbeat.
    public var heartbeat: Heartbeat?
    /// Its canaries, by name.
    public var canaries: [CanaryDefinition] = []
}
