import CanaryModel
import CanaryRunner

extension FailurePolicy {
    /// Whether it can only be judged by what the console says.
    var needsConsole: Bool { !events.isDisjoint(with: [.pageError, .consoleError]) }

    /// Whether it can only be judged by what goes over the network.
    var needsNetwork: Bool { !events.isDisjoint(with: [.requestFailure, .http5xx]) }

    /// Why what happened does not pass; `nil`: it does.
    func error(
        for console: some Sequence<ConsoleEntry>,
        _ requests: some Sequence<FailedRequest>
    ) -> RunError? {
        let messages = console.compactMap(message) + requests.compactMap(message)
        guard let first = messages.first else { return nil }
        let more = messages.count > 1 ? " (and \(messages.count - 1) more)" : ""
        return RunError(
            .gate,
            first + more,
            help:
                "the flow's `failOn` lists this kind of error; an error that is expected can be named in `ignore`",
            attempts: 1
        )
    }

    private func message(_ entry: ConsoleEntry) -> String? {
        let isMeant =
            entry.isPageError && events.contains(.pageError)
            || entry.level == .error && events.contains(.consoleError)
        guard isMeant, !isIgnored([entry.text, entry.url ?? ""]) else { return nil }
        let place = entry.url.flatMap { entry.text.contains($0) ? nil : " (\($0))" } ?? ""
        return (entry.isPageError ? "an error in the page: " : "an error on the console: ") + entry.text
            + place
    }

    private func message(_ request: FailedRequest) -> String? {
        guard !isIgnored([request.url, request.error ?? ""]) else { return nil }
        if let error = request.error, events.contains(.requestFailure) {
            return "a request failed: \(request.method) \(request.url): \(error)"
        }
        guard let status = request.status, status >= 500, events.contains(.http5xx) else { return nil }
        return "a request was answered with status \(status): \(request.method) \(request.url)"
    }

    /// Whether one of the patterns fits; an invalid one fits nothing (flow files are checked for that).
    func isIgnored(_ texts: [String]) -> Bool {
        ignored.contains { pattern in
            do {
                let regex = try Regex(pattern)
                return try texts.contains { try regex.firstMatch(in: $0) != nil }
            } catch {
                return false
            }
        }
    }
}
