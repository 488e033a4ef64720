import CanaryModel
import Foundation

extension ReportRequest {
    /// Writes the report of a run that has ended.
    ///
    /// What is in place already is left as it is: the terminal's report on standard output, and `result.json` in the
    /// run's folder.
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
            guard reporter != .json, let name = reporter.fileName else { return }
            try put(try reporter.data(for: result, folder: shownFolder), name)
        case .file(let path):
            try ReportFile(path: path).write(try reporter.data(for: result, folder: shownFolder, file: path))
        case .standardOutput:
            let data = try reporter.data(for: result, folder: shownFolder)
            StandardStream.output.write(String(decoding: data, as: UTF8.self))
        }
    }
}
