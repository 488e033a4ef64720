/// The files that were kept of an attempt beside its screenshots: paths relative to the run's folder.
public struct EvidenceFiles: Sendable, Hashable, Codable {
    /// What the console said: a list of ``ConsoleEntry`` as JSON.
    public var console: String?
    /// The network traffic: HAR 1.2.
    public var network: String?
    /// The DOM at the failure, its scripts inert.
    public var dom: String?

    /// Makes a list of files.
    public init(console: String? = nil, network: String? = nil, dom: String? = nil) {
        self.console = console
        self.network = network
        self.dom = dom
    }
}
