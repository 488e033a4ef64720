import CanaryModel
import DemoSite
import FlowFile
import Foundation

/// The bundled flows, run against the bundled site.
struct Demo: Sendable {
    private let options: RunOptions
    private let site: DemoSite.Options
    /// The names of the flows' files.
    private let flowFiles: [String]

    /// Reads the options.
    ///
    /// - Throws: ``UsageError``.
    init(_ arguments: Arguments) throws(UsageError) {
        options = try RunOptions(arguments)
        site = DemoSite.Options(
            port: try arguments.number(.port, in: 0...65535) ?? 0,
            responseTime: try arguments.duration(.responseTime) ?? .zero,
            recordsRequests: false
        )
        flowFiles = (arguments.has(.broken) ? ["broken"] : ["login", "dashboard"]).map {
            $0 + FlowSearch.suffix
        }
    }

    /// Runs the flows.
    ///
    /// - Throws: `SiteError` where the site cannot be started, and what keeps a run from beginning.
    func run() async throws -> ExitStatus {
        try await DemoSite.withSite(site) { site in
            StandardStream.error.write("canary: the demo site is at \(site.baseURL)\n")
            let folder = try DemoFolder()
            defer { folder.remove() }
            return try await RunSession(options: options).run(try flows(for: site))
        }
    }

    /// Keeps the site up until it is cancelled.
    ///
    /// - Throws: `CancellationError` then; `SiteError` where the site cannot be started.
    func serve() async throws -> ExitStatus {
        try await DemoSite.serve(site) { site in
            StandardStream.output.write(
                """
                The demo site is at \(site.baseURL) until Ctrl-C.
                Sign in as canary-test@example.com with the password: \(site.options.password)
                Flows: BASE_URL=\(site.baseURL) PASSWORD='\(site.options.password)' canary run …

                """
            )
        }
        return .passed
    }

    /// Reads the flows from the working folder.
    private func flows(for site: DemoSite) throws(CommandFailure) -> [Flow] {
        let reader = FlowReader(environment: ["PASSWORD": site.options.password], baseURL: site.baseURL)
        let set = reader.read(paths: flowFiles)
        guard set.diagnostics.isEmpty else {
            throw .error(
                "a bundled flow is wrong\n" + set.diagnostics.map { "\($0)" }.joined(separator: "\n")
            )
        }
        return set.flows
    }
}
