import CanaryModel
import CanaryReport
import CanaryRunner
import Foundation

/// What `canary run` and `canary demo` are asked for, checked.
struct RunOptions: Sendable {
    /// What the runner is told.
    var configuration: RunConfiguration
    /// The reports to write.
    let reports: [ReportRequest]
    /// How much is told.
    let verbosity: TerminalReport.Verbosity
    /// Whether colours are used on standard output.
    let isColored: Bool
    /// Whether standard output takes a line that is painted over again and again.
    let isLive: Bool
    /// The folder that the paths are shown from.
    let workingFolder: String

    /// Reads the options; their paths become absolute, so that the working folder may change.
    ///
    /// - Throws: ``UsageError``.
    init(_ arguments: Arguments) throws(UsageError) {
        let place = FileManager.default.currentDirectoryPath
        let absolute = { (path: String) in path.hasPrefix("/") ? path : "\(place)/\(path)" }
        let isPath = { (name: String) in name.contains("/") && !name.contains("://") }
        var configuration = RunConfiguration()
        configuration.output = absolute(arguments.value(of: .output) ?? configuration.output)
        configuration.jobs = try arguments.number(.jobs, in: 1...100) ?? 1
        configuration.retries = try arguments.number(.retries, in: 0...100) ?? 0
        configuration.driver = arguments.value(of: .driver).map { isPath($0) ? absolute($0) : $0 }
        configuration.browser = arguments.value(of: .browser).map { isPath($0) ? absolute($0) : $0 }
        configuration.isHeaded = arguments.has(.headed)
        configuration.timeout = try arguments.duration(.timeout)
        configuration.failsFast = arguments.has(.failFast)
        configuration.version = version
        self.configuration = configuration
        reports = try arguments.reportRequests(default: ReportRequest.all).map { $0.resolved(absolute) }
        verbosity = try arguments.verbosity()
        isColored = try arguments.isOutputColored()
        let takesLines =
            StandardStream.output.isTerminal && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        isLive = takesLines && verbosity != .quiet
        workingFolder = place
    }

    /// The reports' files outside of the run's folder.
    var reportFiles: [ReportFile] {
        reports.compactMap {
            if case .file(let path) = $0.destination { ReportFile(path: path) } else { nil }
        }
    }

    /// A path as it is shown: from the working folder where it lies in it.
    func shown(_ path: String) -> String {
        path.hasPrefix(workingFolder + "/") ? String(path.dropFirst(workingFolder.count + 1)) : path
    }
}

extension ReportRequest {
    fileprivate func resolved(_ absolute: (String) -> String) -> ReportRequest {
        guard case .file(let path) = destination else { return self }
        return ReportRequest(reporter: reporter, destination: .file(absolute(path)))
    }
}

extension Arguments {
    /// How much is told, by `--quiet` and `--verbose`.
    ///
    /// - Throws: ``UsageError`` where both are given.
    func verbosity() throws(UsageError) -> TerminalReport.Verbosity {
        if has(.quiet), has(.verbose) { throw UsageError("--quiet and --verbose exclude each other") }
        return has(.quiet) ? .quiet : has(.verbose) ? .verbose : .normal
    }
}
