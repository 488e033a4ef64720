import CanaryReport
import Foundation

/// A report that is asked for, and where it goes: one `--reporter NAME[:FILE]`.
struct ReportRequest: Sendable, Hashable {
    /// Where a report goes.
    enum Destination: Sendable, Hashable {
        /// Into the run's folder; for the terminal's report to standard output, as things happen.
        case folder
        /// Into a file.
        case file(String)
        /// To standard output, in place of the terminal's report.
        case standardOutput
    }

    let reporter: Reporter
    var destination: Destination

    /// What is asked for where nothing is: all, that for GitHub only in one of its jobs.
    static func standard(in environment: [String: String]) -> [ReportRequest] {
        Reporter.allCases.filter { $0 != .github || GitHubJob.isHere(environment) }
            .map { ReportRequest(reporter: $0, destination: .folder) }
    }
}

extension ReportRequest {
    /// Reads `NAME[:FILE]`.
    ///
    /// - Throws: ``UsageError`` for an unknown name or an empty file.
    init(_ text: String) throws(UsageError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        guard let reporter = Reporter(rawValue: parts[0]) else {
            let names = Reporter.allCases.map(\.rawValue)
            let nearest = UsageError.unknown("reporter", parts[0], known: names)
            throw UsageError(
                "\(nearest.message): there are \(Reporter.names)",
                suggestion: nearest.suggestion
            )
        }
        self.reporter = reporter
        switch parts.dropFirst().first {
        case nil: destination = .folder
        case "": throw UsageError("--reporter \(text) needs a file after the colon")
        case "-": destination = .standardOutput
        case let file?: destination = .file(file)
        }
        if reporter == .github, destination != .folder {
            throw UsageError("github takes no file: it writes to the log and the summary of the job")
        }
    }
}

extension Arguments {
    /// The reports asked for with `--reporter`, or `standard` where none is.
    ///
    /// - Throws: ``UsageError`` for one that cannot be read, and where two want standard output.
    func reportRequests(default standard: [ReportRequest]) throws(UsageError) -> [ReportRequest] {
        var requests: [ReportRequest] = []
        for text in values(of: .reporter) { requests.append(try ReportRequest(text)) }
        let takers = requests.filter { $0.destination == .standardOutput }
        if takers.count > 1 {
            let names = takers.map(\.reporter.rawValue).joined(separator: " and ")
            throw UsageError("\(names) cannot both be written to standard output")
        }
        return requests.isEmpty ? standard : requests
    }
}

extension [ReportRequest] {
    /// The file to look at in a browser, where one is asked for; it may be in the run's folder `folder`.
    func page(in folder: String) -> String? {
        for request in self where request.reporter == .html {
            switch request.destination {
            case .folder: return request.reporter.fileName.map { "\(folder)/\($0)" }
            case .file(let path): return path
            case .standardOutput: continue
            }
        }
        return nil
    }
}
