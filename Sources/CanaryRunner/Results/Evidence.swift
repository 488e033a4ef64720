package import CanaryModel
package import Foundation

/// Keeps the evidence of one attempt at a flow in the run's folder.
package struct Evidence: Sendable {
    package let folder: RunFolder
    package let flow: Flow
    /// The attempt's folder in the run's folder: `login`, `login/attempt-2`.
    package let path: String
    package let redactor: Redactor
    package let budget: ArtifactBudget

    package init(folder: RunFolder, flow: Flow, attempt: Int, redactor: Redactor, budget: ArtifactBudget) {
        self.folder = folder
        self.flow = flow
        path = attempt == 1 ? flow.name : "\(flow.name)/attempt-\(attempt)"
        self.redactor = redactor
        self.budget = budget
    }

    /// Writes the picture of a step.
    ///
    /// - Returns: The file's path in the run's folder.
    package func keep(
        _ picture: Data,
        of step: Step,
        _ scope: StepScope,
        _ progress: StepProgress
    ) throws -> String {
        let name = redactor.redact(step.name)
        let file = "\(path)/\(FileName.screenshot(scope.numbers, name, isCleanup: scope.isCleanup))"
        return try keep(picture, in: file, progress.result.outcome == .passed ? .passedStep : .failedStep)
    }

    /// Writes what the console said.
    ///
    /// - Returns: The file's path in the run's folder.
    package func keep(_ console: [ConsoleEntry]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(console.map { $0.redacted(by: redactor) }) + Data("\n".utf8)
        return try keep(json, in: "\(path)/console.json", .console)
    }

    /// Writes the network traffic.
    package func keep(_ archive: HTTPArchive) throws -> String {
        try keep(archive.redacted(by: redactor).json(), in: "\(path)/network.har", .network)
    }

    /// Writes a file, in place of others where there is no more room.
    ///
    /// - Returns: Its path in the run's folder.
    package func keep(_ bytes: Data, in file: String, _ content: ArtifactBudget.Content) throws -> String {
        try folder.write(bytes, to: file)
        for gone in budget.keep(file, size: bytes.count, of: flow.name, content) {
            try folder.remove(gone)
        }
        return file
    }
}
