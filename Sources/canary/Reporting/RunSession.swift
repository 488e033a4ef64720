import CanaryModel
import CanaryReport
import CanaryRunner
import StepExecutors
import WebDriver

/// One run from the command line: runs the flows, shows progress, writes the reports.
struct RunSession: Sendable {
    let options: RunOptions

    /// Runs flows.
    ///
    /// - Parameter read: Gives the flows, once there is the run's folder.
    /// - Returns: What it came to; a signal is not looked at.
    /// - Throws: What kept the run from beginning: ``CommandFailure``, and what `read` and the runner throw.
    func run(_ read: (RunFolder) throws -> [Flow]) async throws -> ExitStatus {
        for file in options.reportFiles { try file.prepare() }
        let folder = try RunFolder(below: options.configuration.output)
        let flows = try read(folder).map(options.evidence.applied)
        let job = options.gitHubJob
        job?.begin(flows)
        let progress = progress(for: flows, in: folder)
        let streams = options.reports.compactMap(EventStream.init)
        let finished: FinishedRun
        do {
            finished = try await finish(flows, in: folder, progress, streams)
        } catch {
            for stream in streams { _ = await stream.end() }  // `error` came first
            await progress.end(nil)
            job?.endText()
            throw error
        }
        var failures = write(finished)
        for stream in streams { if let failure = await stream.end() { failures.append(failure) } }
        await progress.end(finished.result)
        if let failure = tell(finished, to: job) { failures.append(failure) }
        for failure in failures { StandardStream.error.write("canary: \(failure.message)\n") }
        noteUnwanted(in: finished.result)
        return ExitStatus(
            finished.result,
            isReported: failures.isEmpty,
            failsOnFlaky: options.failsOnFlaky,
            failsOnDegraded: options.failsOnDegraded
        )
    }

    private func finish(
        _ flows: [Flow],
        in folder: RunFolder,
        _ progress: Progress,
        _ streams: [EventStream]
    ) async throws -> FinishedRun {
        try await withTaskCancellationHandler {
            try await Runner(options.configuration, browser(telling: progress)).run(
                flows,
                in: folder,
                onEvent: { event in
                    progress.show(event)
                    for stream in streams { stream.tell(event) }
                }
            )
        } onCancel: {
            progress.note("interrupted: cleaning up and writing the results; once more ends it at once")
        }
    }

    /// Says why a run in which everything passed ends with 1.
    private func noteUnwanted(in result: RunResult) {
        let unwanted = [
            (options.failsOnFlaky, result.flows.filter(\.flaky), "passed only when run again", "flaky"),
            (options.failsOnDegraded, result.flows.filter(\.isDegraded), "degraded", "degraded"),
        ]
        for (isForbidden, flows, words, option) in unwanted where isForbidden && !flows.isEmpty {
            let list = flows.map(\.name).joined(separator: ", ")
            StandardStream.error.write("canary: \(words), which --fail-on-\(option) forbids: \(list)\n")
        }
    }

    private func progress(for flows: [Flow], in folder: RunFolder) -> Progress {
        let report = TerminalReport(
            folder: options.workingFolder.shown(folder.path),
            page: options.reports.page(in: folder.path).map(options.workingFolder.shown),
            titles: Dictionary(flows.map { ($0.name, $0.title) }) { first, _ in first },
            verbosity: options.verbosity,
            isColored: options.isColored,
            isParallel: options.configuration.jobs > 1 && flows.count > 1
        )
        return Progress(options.isOutputTaken ? nil : report, isLive: options.isLive)
    }

    private func browser(telling progress: Progress) -> BrowserConfiguration {
        var browser = options.browser
        if options.verbosity == .verbose {
            browser.observer = { flow, exchange in progress.note("\(flow): \(exchange.line)") }
        }
        return browser
    }

    /// Shows the run in the log and the summary of a job; returns what failed.
    private func tell(_ finished: FinishedRun, to job: GitHubJob?) -> CommandFailure? {
        guard let job else { return nil }
        job.endText()
        do throws(CommandFailure) {
            let folder = options.workingFolder.shown(finished.folder.path)
            try job.tell(finished.result, folder: folder, options.workingFolder)
            return nil
        } catch {
            return error
        }
    }

    /// Writes the reports; returns what failed.
    private func write(_ finished: FinishedRun) -> [CommandFailure] {
        options.reports.compactMap { request in
            do {
                try request.write(
                    finished.result,
                    shownFolder: options.workingFolder.shown(finished.folder.path),
                    into: finished.folder.write
                )
                return nil
            } catch let failure as CommandFailure {
                return failure
            } catch {
                return .error("the \(request.reporter.rawValue) report cannot be written: \(error)")
            }
        }
    }
}
