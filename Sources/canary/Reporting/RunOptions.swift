import CanaryModel
import CanaryReport
import CanaryRunner
import Foundation
import StepExecutors

/// What `canary run` and `canary demo` are asked for, checked.
struct RunOptions: Sendable {
    /// What the runner gets.
    var configuration: RunConfiguration
    /// The browsers that do the steps.
    let browser: BrowserConfiguration
    /// The reports to write.
    let reports: [ReportRequest]
    /// What is kept, in place of what flows say.
    let evidence: EvidenceChoice
    /// Whether a flow that passed only when it was run again ends the run with 1.
    let failsOnFlaky: Bool
    /// Whether a flow that passed and is degraded makes the exit status 1.
    let failsOnDegraded: Bool
    /// How much is reported.
    let verbosity: TerminalReport.Verbosity
    /// Whether colours are used on standard output.
    let isColored: Bool
    /// Whether standard output takes a line that is painted over again and again.
    let isLive: Bool
    /// The folder that the paths are shown from.
    let workingFolder: WorkingFolder

    /// Reads the options; their paths become absolute.
    ///
    /// - Throws: ``UsageError``.
    init(_ arguments: Arguments, of command: String) throws(UsageError) {
        let folder = WorkingFolder.current
        let environment = ProcessInfo.processInfo.environment
        var configuration = RunConfiguration()
        configuration.output = folder.absolute(arguments.value(of: .output) ?? configuration.output)
        configuration.jobs = try arguments.number(.jobs, in: 1...100) ?? 1
        configuration.retries = try arguments.number(.retries, in: 0...10)
        configuration.timeout = try arguments.duration(.timeout)
        configuration.failsFast = arguments.has(.failFast)
        configuration.maximumArtifacts = try arguments.bytes(.maxArtifacts) ?? configuration.maximumArtifacts
        configuration.version = version
        configuration.command = arguments.words(of: command)
        self.configuration = configuration
        var browser = BrowserConfiguration()
        browser.driver = try arguments.driver().map(folder.program)
        browser.browser = arguments.value(of: .browser).map(folder.program)
        browser.isHeaded = arguments.has(.headed)
        self.browser = browser
        reports = try arguments.reportRequests(default: ReportRequest.standard(in: environment)).map {
            $0.resolved(in: folder)
        }
        evidence = try EvidenceChoice(arguments.values(of: .evidence))
        failsOnFlaky = arguments.has(.failOnFlaky)
        failsOnDegraded = arguments.has(.failOnDegraded)
        verbosity = try arguments.verbosity()
        isColored = try arguments.isOutputColored()
        let takesLines =
            StandardStream.output.isTerminal && environment["TERM"] != "dumb"
        isLive = takesLines && verbosity != .quiet
        workingFolder = folder
    }

    /// Whether standard output is for a report other than the terminal's.
    var isOutputTaken: Bool { reports.contains { $0.destination == .standardOutput } }

    /// The job whose log and summary are written; `nil` where that is not asked for.
    var gitHubJob: GitHubJob? {
        guard reports.contains(where: { $0.reporter == .github }) else { return nil }
        return GitHubJob(ProcessInfo.processInfo.environment, isOutputTaken: isOutputTaken)
    }

    /// The reports' files outside of the run's folder.
    var reportFiles: [ReportFile] {
        reports.compactMap {
            if case .file(let path) = $0.destination { ReportFile(path: path) } else { nil }
        }
    }
}

extension ReportRequest {
    fileprivate func resolved(in folder: WorkingFolder) -> ReportRequest {
        guard case .file(let path) = destination else { return self }
        return ReportRequest(reporter: reporter, destination: .file(folder.absolute(path)))
    }
}

extension Arguments {
    /// The value of `--driver`: a path, or a URL of a kind that a driver is reached by.
    ///
    /// - Throws: ``UsageError`` for a URL of another kind.
    fileprivate func driver() throws(UsageError) -> String? {
        guard let driver = value(of: .driver), driver.contains("://") else { return value(of: .driver) }
        guard driver.hasPrefix("http://") || driver.hasPrefix("https://") else {
            throw UsageError("--driver takes a path, or a URL that begins with http:// or https://")
        }
        return driver
    }

    /// How much is reported, by `--quiet` and `--verbose`.
    ///
    /// - Throws: ``UsageError`` where both are given.
    func verbosity() throws(UsageError) -> TerminalReport.Verbosity {
        if has(.quiet), has(.verbose) { throw UsageError("--quiet and --verbose exclude each other") }
        return has(.quiet) ? .quiet : has(.verbose) ? .verbose : .normal
    }
}
