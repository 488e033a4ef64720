import CanaryAPI
import CanaryBrowser
import CanaryHTTP
import CanaryModel
import CanaryRunner

/// Does the steps that are requests, on connections that last for the attempt.
actor RequestExecutor: StepExecutor {
    let flow: Flow
    /// The version of canary, for what is sent.
    let version: String
    /// Masks the secrets of the flow, and what it has saved that is secret by its name.
    private(set) var redactor: Redactor
    /// The secrets of the flow, and those that it has saved, by their names.
    private(set) var namedSecrets: [String: String]
    private var learned: [String] = []
    let client = HTTPClient()
    /// The cookies of the attempt's requests.
    let jar = HTTPCookieJar()
    /// The page of the attempt, where there is one.
    let page: @Sendable () async -> Page?
    private let evidence: Evidence

    init(
        _ flow: Flow,
        version: String,
        keepingIn evidence: Evidence,
        page: @escaping @Sendable () async -> Page?
    ) {
        (self.flow, self.version, self.page, self.evidence) = (flow, version, page, evidence)
        namedSecrets = flow.secrets
        redactor = Redactor(secrets: flow.allSecrets)
    }

    let timeBesides = Duration.zero
    let starvation: RunError? = nil

    func prepare(for step: Step, isCleanup: Bool) async throws -> String? { nil }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart { .ready(notes: []) }

    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: JSONValue]) {
        var (progress, saved) = (progress, task.saved)
        do {
            switch task.action {
            case .request(let request)?: try await send(request, task, &progress, &saved)
            case .connect(let connection)?: try await connect(connection, task, &progress)
            case .dns(let lookup)?: try await lookUp(lookup, task, &progress)
            default: break
            }
        } catch {
            progress.fail(error, task.step)
        }
        return (progress, saved)
    }

    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress { progress }

    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: JSONValue]
    ) async -> StepProgress { progress }

    /// Writes what was sent into a HAR, unless that of the page has it.
    func close(_ result: AttemptResult) async -> AttemptResult {
        var result = result
        guard flow.evidence.har, result.evidence.network == nil, !result.exchanges.isEmpty else {
            return result
        }
        let creator = HTTPArchive.Program(name: "canary", version: version)
        let archive = HTTPArchive(
            creator: creator,
            browser: nil,
            pages: [],
            entries: result.numberedExchanges
        )
        do {
            result.evidence.network = try evidence.keep(archive)
        } catch {
            result.notes.append("the HAR of the requests could not be kept: \(error)")
        }
        return result
    }

    /// Sends a request until its response is as wanted, or its time is over.
    private func send(
        _ request: Request,
        _ task: StepTask,
        _ progress: inout StepProgress,
        _ saved: inout [String: JSONValue]
    ) async throws {
        let end = request.retry.map { min(task.deadline, .now + $0.limit) } ?? .now
        var pause = request.retry?.interval ?? .zero
        var tries: [String] = []
        let start = ContinuousClock.now
        defer { progress.result.notes = tries.told + progress.result.notes }
        while true {
            progress.result.attempts += 1
            let attempt = await attempt(request, task, saved, &progress, &tries)
            guard !attempt.isConclusive, .now + pause < end else {
                saved = attempt.saved
                progress.result.held = attempt.held.isEmpty ? nil : attempt.held
                learnSecrets(saved, of: request, &progress.result)
                progress.result.keep(saved, of: request, redactor)
                if !attempt.warnings.isEmpty { progress.result.warnings = attempt.warnings }
                guard let error = attempt.error else { return }
                progress.result.notes += [attempt.excerpt].compactMap(\.self)
                throw tries.count > 1 ? error.afterTries(tries.count, since: start) : error
            }
            try await Task.sleep(for: pause)
            if let backoff = request.retry?.backoff { pause = .seconds(pause / .seconds(1) * backoff) }
        }
    }
}

extension RequestExecutor {
    /// A value is not looked for where it is so short that it would be found in anything.
    private static let shortestSecret = 8

    /// Masks from here on, and in what is kept of the step, the values that a request has saved under names of secrets.
    private func learnSecrets(
        _ values: [String: JSONValue],
        of request: Request,
        _ result: inout StepResult
    ) {
        var found: [String: String] = [:]
        for name in request.saved.filter(\.isSecret).map(\.name) {
            guard let text = values[name]?.text, text.count >= Self.shortestSecret else { continue }
            if namedSecrets[name] != text { found[name] = text }
        }
        if found.isEmpty { return }
        learned += found.values
        namedSecrets.merge(found) { $1 }
        redactor = Redactor(secrets: flow.allSecrets + learned)
        result.exchanges = result.exchanges?.map { $0.redacted(by: redactor) }
        result.held = result.held?.map(redactor.redact)
    }
}

extension [String] {
    /// What came of each try, numbered where there are several; of very many the first and the last.
    fileprivate var told: [String] {
        guard count > 1 else { return self }
        let numbered = enumerated().map { "try \($0 + 1): \($1)" }
        guard count > 20 else { return numbered }
        return numbered.prefix(10) + ["… \(count - 19) more"] + numbered.suffix(9)
    }
}

extension Error {
    /// The error of a request that was sent several times.
    fileprivate func afterTries(_ count: Int, since start: ContinuousClock.Instant) -> any Error {
        guard var error = self as? APIError else { return self }
        let told = "it was sent \(count) times in \(start.duration(to: .now).milliseconds.elapsed)"
        error.help = [told, error.help].compactMap(\.self).joined(separator: "; ")
        return error
    }
}

extension StepResult {
    /// Keeps what a request saved, as text; what its name says to be secret is masked.
    fileprivate mutating func keep(
        _ values: [String: JSONValue],
        of request: Request,
        _ redactor: Redactor
    ) {
        let kept = request.saved.compactMap { value in
            values[value.name].map {
                (value.name, value.isSecret ? Redactor.mask : redactor.redact($0.text).cut(to: 300))
            }
        }
        if !kept.isEmpty { saved = Dictionary(kept) { $1 } }
    }
}
