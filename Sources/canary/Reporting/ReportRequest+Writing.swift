import CanaryModel
import CanaryReport
import Foundation

extension ReportRequest {
    /// Writes the report of a run that has ended.
    ///
    /// What is in place already is left as it is: the terminal's report on standard output, `result.json` and
    /// `events.ndjson` in the run's folder; so is what is not made of the result alone.
    ///
    /// - Parameters:
    ///   - result: The run.
    ///   - shownFolder: The run's folder as it shall be shown.
    ///   - put: Puts a file into the run's folder.
    /// - Throws: ``CommandFailure``, and what `put` throws.
    func write(
        _ result: RunResult,
        shownFolder: String,
        into put: (_ data: Data, _ name: String) throws -> Void
    ) throws {
        switch destination {
        case .folder:
            guard let name = reporter.fileName else { return }
            guard let data = try reporter.data(for: result, folder: shownFolder) else { return }
            try put(data, name)
        case .file(let path):
            let data = try reporter.data(for: result, folder: shownFolder, file: path)
            if let data { try ReportFile(path: path).write(data) }
        case .standardOutput:
            guard let data = try reporter.data(for: result, folder: shownFolder) else { return }
            StandardStream.output.write(String(decoding: data, as: UTF8.self))
        }
    }
}
