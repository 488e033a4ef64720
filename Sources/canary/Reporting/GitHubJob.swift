import CanaryModel
import CanaryReport
import Foundation

/// The job of GitHub Actions that canary runs in: its log, and the summary of its step.
struct GitHubJob: Sendable {
    private let environment: [String: String]
    /// Where the log's commands go: standard error where standard output is for something else.
    private let log: StandardStream
    /// What ends the part of the log in which lines are text alone.
    private let fence: (begin: String, end: String)?

    /// Makes the job that the environment describes.
    ///
    /// - Parameters:
    ///   - environment: That of the process.
    ///   - isOutputTaken: Whether standard output is for something else than the log.
    init(_ environment: [String: String], isOutputTaken: Bool) {
        self.environment = environment
        log = isOutputTaken ? .error : .output
        fence = isOutputTaken ? nil : GitHubReport.fence(UUID().uuidString)
    }

    /// Whether canary runs in such a job.
    static func isHere(_ environment: [String: String]) -> Bool { environment["GITHUB_ACTIONS"] == "true" }

    /// Has the runner mask the secrets in all that the job logs from here on, and take what the run tells as text.
    ///
    /// Only values that are in the job's environment are masked: others the job does not know, so nobody but canary,
    /// which masks them itself, can log them. They go to standard error, which `| tee` does not keep.
    func begin(_ flows: [Flow]) {
        guard Self.isHere(environment) else { return }
        let known = Set(environment.values)
        let secrets = flows.flatMap(\.secrets.values).filter(known.contains)
        StandardStream.error.write(GitHubReport.masks(for: secrets))
        if let fence { log.write(fence.begin) }
    }

    /// Ends the part of the log in which lines are text alone.
    func endText() {
        if Self.isHere(environment), let fence { log.write(fence.end) }
    }

    /// Writes the annotations to the log, and adds to the summary of the step.
    ///
    /// - Throws: ``CommandFailure`` where the summary cannot be written.
    func tell(_ result: RunResult, folder: String, _ workingFolder: WorkingFolder) throws(CommandFailure) {
        let report = GitHubReport(result, folder: folder, filePrefix: prefix(workingFolder))
        log.write(report.annotations)
        guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
        try ReportFile(path: path).append(Data(report.summary.utf8))
    }

    /// The way from the root of the repository to the working folder: `site/`.
    private func prefix(_ folder: WorkingFolder) -> String {
        guard let root = environment["GITHUB_WORKSPACE"], !root.isEmpty else { return "" }
        let begin = root.hasSuffix("/") ? root : root + "/"
        return folder.path.hasPrefix(begin) ? folder.path.dropFirst(begin.count) + "/" : ""
    }
}
