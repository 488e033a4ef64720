import CanaryModel
import CanaryRunner
import DemoSite
import FlowFile
import Foundation
import Synchronization
import TestSupport
import Testing
import WebDriver

@testable import StepExecutors

/// A run of flows against the demo site, and what it left.
struct RunOutcome: Sendable {
    let result: RunResult
    let events: [RunEvent]
    /// The files of the run's folder by their path in it.
    let files: [String: Data]
    let requests: [DemoSite.Request]

    /// The result of the only flow's last attempt.
    func attempt() throws -> AttemptResult { try #require(result.flows.first?.attempts.last) }

    /// The result of a step of it by its number.
    func step(_ number: Int) throws -> StepResult { try attempt().steps[number - 1] }

    /// The text of a file.
    func text(_ name: String) throws -> String {
        String(decoding: try #require(files[name]), as: UTF8.self)
    }
}

/// The password of the demo site in tests, and so a secret of their flows.
let testPassword = "correct horse"

/// A secret with characters that every encoding changes.
let testToken = #"S3cr&t "tökén" <7/9>"#

/// Runs the flows of a folder against the demo site.
///
/// `flows` are the texts of flow files by their names; the bundled ones are there too. `select` names the files
/// to run; `nil`: those of `flows`. Files of `folders` may be read. `onEvent` is told each event as it happens, and where the run's results are.
func run(
    _ flows: [String: String] = [:],
    select: [String]? = nil,
    behaviour: DemoSite.Behaviour = DemoSite.Behaviour(),
    retries: Int? = nil,
    folders: [String] = [],
    browser: @Sendable (inout BrowserConfiguration) -> Void = { _ in },
    onEvent: @escaping @Sendable (RunEvent, _ results: String) -> Void = { _, _ in }
) async throws -> RunOutcome {
    var options = DemoSite.Options()
    options.behaviour = behaviour
    options.password = testPassword
    return try await BrowserSlots.withSlot {
        try await DemoSite.withSite(options) { site in
            try await withTemporaryFolder { folder in
                for file in DemoSite.bundledFiles {
                    try Data(file.bytes).write(to: URL(filePath: "\(folder)/\(file.name)"))
                }
                for (name, text) in flows {
                    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
                }
                let environment = [
                    "PASSWORD": testPassword, "TOKEN": testToken, "API_TOKEN": options.apiToken,
                ]
                let reader = FlowReader(
                    environment: environment,
                    baseURL: site.baseURL,
                    permissions: FlowPermissions(
                        allowsBrowserArguments: true,
                        folders: folders,
                        environment: ["TOKEN", "PASSWORD", "API_TOKEN"]
                    )
                )
                let set = reader.read(paths: (select ?? flows.keys.sorted()).map { "\(folder)/\($0)" })
                try #require(set.diagnostics.isEmpty && set.missing.isEmpty, "\(set)")
                var configuration = RunConfiguration()
                configuration.output = "\(folder)/results"
                configuration.retries = retries
                var browsers = BrowserConfiguration()
                // What does not come is a failure here, however busy the machine is with other tests.
                browsers.processorTimes = { ProcessorTimes(programs: [:], pages: []) }
                browser(&browsers)
                let events = Mutex<[RunEvent]>([])
                let finished = try await Runner(configuration, browsers).run(set.flows) { event in
                    events.withLock { $0.append(event) }
                    onEvent(event, "\(folder)/results/latest")
                }
                return RunOutcome(
                    result: finished.result,
                    events: events.withLock(\.self),
                    files: try contents(of: finished.folder.path),
                    requests: site.requests
                )
            }
        }
    }
}
