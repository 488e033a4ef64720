import CanaryAPI
import CanaryHTTP
import CanaryModel
import CanaryRunner
import Foundation

extension RequestExecutor {
    /// Makes a connection, and judges what came of it.
    func connect(_ connection: ConnectionStep, _ task: StepTask, _ progress: inout StepProgress) async throws
    {
        guard let (host, port) = connection.hostAndPort else {
            throw APIError(.flow, "'\(connection.address)' is not a host with a port")
        }
        var check = ConnectionCheck(
            host: host,
            port: port,
            usesTLS: connection.usesTLS,
            message: connection.message.map { Data($0.utf8) }
        )
        check.acceptsInvalidCertificates = connection.acceptsInvalidCertificates
        check.authorities = connection.authorities
        let conditions = try task.step.expectations(with: task.saved)
        let listens = conditions.contains { $0.kind.key == .response(.reply) }
        let deadline = task.deadline - .milliseconds(50)  // so that what has come by then is judged
        let result = await DetachedWork.run(until: task.deadline) { [check] in
            Result { () throws(HTTPError) in
                try check.run(until: deadline, isEnough: listens ? { $0.satisfies(conditions) } : nil)
            }
        }
        guard let result else { throw Self.unfinished("the connection to \(connection.address)") }
        do {
            let http = try result.get()
            progress.result.notes.append(http.timings.summary)
            try judge(APIResponse(http), conditions, task, connection.address, &progress)
        } catch let error as HTTPError {
            throw APIError(error, url: connection.address).masked(by: redactor)
        }
    }

    /// Asks for a name, and judges the answers.
    func lookUp(_ lookup: NameLookup, _ task: StepTask, _ progress: inout StepProgress) async throws {
        let conditions = try task.step.expectations(with: task.saved)
        let seconds = max(1, Int(task.time / .seconds(2)))
        let start = ContinuousClock.now
        let result = await DetachedWork.run(until: task.deadline) {
            Result { () throws(APIError) in try lookup.answers(seconds: seconds) }
        }
        guard let result else { throw Self.unfinished("the look-up of \(lookup.name)") }
        let answers = try result.get()
        let shown = answers.isEmpty ? "no answer" : answers.joined(separator: ", ").cut(to: 300)
        progress.result.notes.append(shown)
        if answers.isEmpty, !conditions.contains(where: { $0.kind.key == .response(.answer) }) {
            throw APIError(.dns, "\(lookup.name) has no \(lookup.record.rawValue) record")
        }
        let time = HTTPTimings(total: start.duration(to: .now))
        let response = APIResponse(
            HTTPResponse(status: 0, timings: time, effectiveURL: lookup.name),
            answers: answers
        )
        try judge(response, conditions, task, lookup.name, &progress)
    }

    private func judge(
        _ response: APIResponse,
        _ conditions: [Condition],
        _ task: StepTask,
        _ subject: String,
        _ progress: inout StepProgress
    ) throws {
        let findings = try response.findings(on: conditions)
        if !findings.held.isEmpty {
            progress.result.held = findings.held.map { redactor.redact($0).cut(to: 200) }
        }
        if !findings.unmet.isEmpty {
            throw APIError(.expectation, "\(subject) is not as expected", diagnoses: findings.unmet).masked(
                by: redactor
            )
        }
        let warnings = try response.findings(on: try task.step.warnings(with: task.saved)).unmet
        if !warnings.isEmpty { progress.result.warnings = warnings.map { $0.masked(by: redactor) } }
    }

    private static func unfinished(_ what: String) -> any Error {
        Task.isCancelled ? CancellationError() : APIError(.timeout, "\(what) took longer than the step may")
    }
}

extension Data {
    /// Whether all conditions on a reply hold for it.
    fileprivate func satisfies(_ conditions: [Condition]) -> Bool {
        var http = HTTPResponse(status: 0)
        http.body = self
        let response = APIResponse(http)
        do {
            let onReply = conditions.filter { $0.kind.key == .response(.reply) }
            return try response.findings(on: onReply).unmet.isEmpty
        } catch {
            return true  // it cannot be judged, which is reported when all is
        }
    }
}

extension HTTPTimings {
    /// `connected after 12 ms (dns 3 ms, tls 5 ms)`.
    fileprivate var summary: String {
        func written(_ time: Duration) -> String { Int(time / .milliseconds(1)).elapsed }
        let parts = [("dns", nameLookup), ("tls", tls > .zero ? tls - connect : .zero)]
            .filter { $0.1 >= .milliseconds(1) }.map { "\($0.0) \(written($0.1))" }
        return "connected after \(written(total))"
            + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }
}
