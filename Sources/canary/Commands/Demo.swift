import CanaryModel
import CanaryRunner
import DemoSite
import FlowFile
import Foundation

/// The bundled flows, run against the bundled site.
struct Demo: Sendable {
    private let options: RunOptions
    private let site: DemoSite.Options
    /// The names of the flows' files.
    private let flowFiles: [String]

    private static let passingFlows = ["login", "dashboard", "api-health", "order-workflow", "order-on-page"]

    /// Reads the options.
    ///
    /// - Throws: ``UsageError``.
    init(_ arguments: Arguments) throws(UsageError) {
        options = try RunOptions(arguments, of: "demo")
        site = DemoSite.Options(
            port: try arguments.number(.port, in: 0...65535) ?? 0,
            responseTime: try arguments.duration(.responseTime) ?? .zero,
            recordsRequests: false
        )
        flowFiles = (arguments.has(.broken) ? ["broken"] : Self.passingFlows).map {
            $0 + FlowSearch.suffix
        }
    }

    /// Runs the flows.
    ///
    /// - Throws: `SiteError` where the site cannot be started, and what keeps a run from beginning.
    func run() async throws -> ExitStatus {
        try await DemoSite.withSite(site) { site in
            StandardStream.error.write("canary: the demo site is at \(site.baseURL)\n")
            return try await RunSession(options: options).run { try flows(for: site, in: $0) }
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
                Its API takes the bearer token \(site.options.apiToken)
                Flows: BASE_URL=\(site.baseURL) PASSWORD='\(site.options.password)' API_TOKEN=\(site.options.apiToken) canary run …

                """
            )
        }
        return .passed
    }

    /// Puts the bundled files into the run's folder, where whoever reads the results finds them, and reads the flows.
    private func flows(for site: DemoSite, in folder: RunFolder) throws -> [Flow] {
        for file in DemoSite.bundledFiles { try folder.write(Data(file.bytes), to: Self.path(of: file.name)) }
        let reader = FlowReader(
            environment: ["PASSWORD": site.options.password, "API_TOKEN": site.options.apiToken],
            baseURL: site.baseURL
        )
        let shown = options.workingFolder.shown(folder.path)
        let set = reader.read(paths: flowFiles.map { "\(shown)/\(Self.path(of: $0))" })
        let diagnostics = set.diagnostics + set.missing.values.joined()
        guard diagnostics.isEmpty else {
            let mistakes = diagnostics.map { "\($0)" }.joined(separator: "\n")
            throw CommandFailure.error("a bundled flow is wrong\n" + mistakes)
        }
        return set.flows
    }

    /// `flows/login.json5` of `login.canary.json5`: by that name, a search for flows would find those of each demo.
    private static func path(of file: String) -> String {
        "flows/" + file.replacing(FlowSearch.suffix, with: ".json5")
    }
}
