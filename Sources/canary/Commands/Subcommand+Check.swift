import CanaryModel
import StepExecutors

extension Subcommand {
    static let check = Subcommand(
        "check",
        operands: "URL…",
        operandCount: 1...Int.max,
        summary: "Look at URLs without a flow file.",
        detail: """
            Requests each URL, all of them side by side, judges the responses, and prints a table with the phases of each. Without \
            a scheme a URL is one of https, and of http for this machine. Without --status, a status of 400 or more \
            fails. Starts no browser and writes no file.
            """,
        options: [
            .status, .contains, .json, .maxDuration, .certificateDays, .method, .header, .data, .insecure,
            .checkTimeout, .format, .color,
        ],
        examples: [
            Example(line: "canary check example.com", meaning: "See whether it answers, and how fast."),
            Example(
                line:
                    "canary check api.example.com/health --json '$.status=ok' --cert-days 14",
                meaning: "Check what it answers, and for how long its certificate is still valid."
            ),
            Example(
                line: "canary check https://a.example https://b.example --format json | jq .outcome",
                meaning: "Hand what came of several URLs to a program."
            ),
        ],
        statuses: [
            ExitStatus.Meaning(codes: "0", text: "Everything held."),
            ExitStatus.Meaning(codes: "1", text: "A URL failed a check, or did not answer."),
            ExitStatus.Meaning(codes: "2", text: "Wrong usage; nothing was sent."),
            ExitStatus.Meaning(codes: "4", text: "A URL could not be judged, for no fault of the site."),
        ]
    ) { arguments in
        let request = try CheckRequest(arguments)
        let isJSON = try arguments.isFormatJSON()
        let isColored = try arguments.isOutputColored()
        let report = CheckReport(results: await results(of: request))
        StandardStream.output.write(isJSON ? try report.json() : report.table(isColored: isColored))
        switch report.outcome {
        case .passed: return .passed
        case .failed: return .failed
        case .error, .skipped: return .error
        }
    }

    /// More at a time would say of this machine how fast they are.
    private static let mostAtATime = 20

    /// What came of each URL, in their order.
    private static func results(
        of request: CheckRequest
    ) async -> [(url: String, result: RequestProbe.Result)] {
        await withTaskGroup(of: (Int, RequestProbe.Result).self) { group in
            var waiting = request.probes.enumerated().makeIterator()
            func start() {
                guard let (index, (_, probe)) = waiting.next() else { return }
                group.addTask {
                    (index, await probe.result(version: version, until: .now + request.timeout))
                }
            }
            for _ in 0..<mostAtATime { start() }
            var results: [Int: RequestProbe.Result] = [:]
            for await (index, result) in group {
                results[index] = result
                start()
            }
            return request.probes.enumerated().compactMap { index, probe in
                results[index].map { (probe.url, $0) }
            }
        }
    }
}

extension Arguments {
    /// Whether `--format` asks for JSON.
    fileprivate func isFormatJSON() throws(UsageError) -> Bool {
        switch value(of: .format) {
        case nil, "table"?: return false
        case "json"?: return true
        case let other?: throw UsageError("--format takes table or json, not \(other.quoted)")
        }
    }
}
