/// Reads flow files, checks them and puts their variables in.
///
/// Nothing is started and nothing written; the files are the flows, the shared steps that they
/// `use`, and those that they `upload`, of which only the existence is looked at.
public struct FlowReader: Sendable {
    let variables: [String: String]
    let environment: [String: String]
    let baseURL: String?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - variables: The values of `--var`; they go before what a flow says.
    ///   - environment: The environment of the process, with the values of `--env-file` put in;
    ///     they go after what a flow says.
    ///   - baseURL: The value of `--base-url`: replaces the flow's `baseURL` and sets `BASE_URL`.
    public init(
        variables: [String: String] = [:],
        environment: [String: String] = [:],
        baseURL: String? = nil
    ) {
        self.variables = variables
        self.environment = environment
        self.baseURL = baseURL
    }

    /// Reads one flow file.
    ///
    /// - Parameter path: The file, as it shall be named in results and messages.
    /// - Returns: The flow, or its mistakes; a file that cannot be read is one of them.
    public func read(path: String) -> FlowReading {
        FlowReading(flow: nil, diagnostics: [])
    }

    /// Reads the flows of one run: files, and folders searched as ``FlowSearch`` does.
    ///
    /// A file that is named twice is read once. Two flows of the same name are a mistake.
    public func read(paths: [String]) -> FlowSet {
        FlowSet(flows: [], diagnostics: [])
    }
}
