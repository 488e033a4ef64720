/// What a flow file may do beyond looking at pages: it is data, and whoever runs it decides.
public struct FlowPermissions: Sendable, Hashable {
    /// Whether it may give the browser arguments that start programs, write files or take protection away.
    public var allowsBrowserArguments: Bool
    /// Folders whose files it may read, beside its own folder and the current one.
    public var folders: [String]
    /// Variables of the environment that it may read though their names are those of secrets.
    public var environment: Set<String>

    /// Makes permissions; the defaults are those of a flow that nobody vouches for.
    public init(
        allowsBrowserArguments: Bool = false,
        folders: [String] = [],
        environment: Set<String> = []
    ) {
        self.allowsBrowserArguments = allowsBrowserArguments
        self.folders = folders
        self.environment = environment
    }
}
