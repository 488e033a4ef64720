import CanaryModel
import CanaryReport
import Foundation

extension Subcommand {
    static let report = Subcommand(
        "report",
        operands: "DIR",
        operandCount: 1...1,
        summary: "Write the reports of a finished run again.",
        detail: """
            Reads result.json in DIR, the folder of a finished run, and writes its reports again; nothing is run. \
            The run is reported on standard output, as it was when it ran.
            """,
        options: [.reporter, .quiet, .verbose, .color],
        examples: [
            Example(line: "canary report canary-results/latest", meaning: "Tell the last run again."),
            Example(
                line: "canary report canary-results/latest --reporter junit:canary.xml",
                meaning: "Write its JUnit report to canary.xml."
            ),
        ],
        statuses: [
            ExitStatus.Meaning(codes: "0", text: "The reports were written, whatever the run came to."),
            ExitStatus.Meaning(codes: "2", text: "Wrong usage, or DIR holds no result of a run."),
            ExitStatus.Meaning(codes: "4", text: "A report could not be written."),
        ]
    ) { arguments in
        let again = try ReportAgain(arguments)
        try again.write()
        return .passed
    }
}

/// The reports of a finished run, written once more.
struct ReportAgain: Sendable {
    private let folder: String
    private let result: RunResult
    private let requests: [ReportRequest]
    private let terminal: TerminalReport

    /// Reads the run.
    ///
    /// - Throws: ``UsageError``, and ``CommandFailure`` where the folder holds no run.
    init(_ arguments: Arguments) throws {
        folder = arguments.operands[0]
        requests = try arguments.reportRequests(
            default: ReportRequest.standard(in: ProcessInfo.processInfo.environment)
        )
        result = try Self.result(in: folder)
        if let path = EvidenceFolder(path: folder).firstOutside(of: result) {
            throw CommandFailure.usage(
                "result.json names \(path.quoted), which lies outside of \(folder.quoted); it is not read"
            )
        }
        var terminal = TerminalReport(folder: folder, result)
        terminal.page = requests.page(in: folder)
        terminal.verbosity = try arguments.verbosity()
        terminal.isColored = try arguments.isOutputColored()
        self.terminal = terminal
    }

    /// Writes the reports.
    ///
    /// - Throws: ``CommandFailure`` for the first that cannot be written.
    func write() throws {
        let isOutputTaken = requests.contains { $0.destination == .standardOutput }
        if !isOutputTaken {
            StandardStream.output.write(terminal.text(for: result))
        }
        for request in requests {
            if case .file(let path) = request.destination { try ReportFile(path: path).prepare() }
            switch request.reporter {
            case .ndjson:
                try repeatEvents(to: request.destination)
                continue
            case .github:
                let job = GitHubJob(ProcessInfo.processInfo.environment, isOutputTaken: isOutputTaken)
                try job.tell(result, folder: folder, .current)
                continue
            case .terminal, .json, .junit, .html: break
            }
            try request.write(result, shownFolder: folder) { data, name in
                try checkIsNoLink(name)
                try ReportFile(path: "\(folder)/\(name)").write(data)
            }
        }
    }

    /// Copies the run's events to where they are asked for, unless that is where they are.
    private func repeatEvents(to destination: ReportRequest.Destination) throws(CommandFailure) {
        if destination == .folder { return }
        let path = "\(folder)/events.ndjson"
        try checkIsNoLink("events.ndjson")
        let events: Data
        do {
            events = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .usage("\(path.quoted) cannot be read: \(error.localizedDescription)")
        }
        switch destination {
        case .folder: break
        case .file(let path): try ReportFile(path: path).write(events)
        case .standardOutput: StandardStream.output.write(String(decoding: events, as: UTF8.self))
        }
    }

    /// A run leaves no links: one in its folder would lead reading or writing elsewhere.
    private func checkIsNoLink(_ name: String) throws(CommandFailure) {
        guard EvidenceFolder(path: folder).isLink(name) else { return }
        throw .usage("\("\(folder)/\(name)".quoted) is a link; remove it")
    }

    private static func result(in folder: String) throws(CommandFailure) -> RunResult {
        let path = "\(folder)/result.json"
        guard FileManager.default.fileExists(atPath: path) else {
            throw .usage(
                "there is no \(path.quoted); DIR is the folder of one run, as in canary-results/latest"
            )
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .usage("\(path.quoted) cannot be read: \(error.localizedDescription)")
        }
        do {
            return try RunResult(json: data)
        } catch {
            throw .usage("\(path.quoted): \(error)")
        }
    }
}
