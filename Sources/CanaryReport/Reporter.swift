public import CanaryModel
public import Foundation

/// A form that a run can be reported in.
public enum Reporter: String, Sendable, Hashable, CaseIterable {
    /// Text as the run goes on.
    case terminal
    /// The result, as `result.json`.
    case json
    /// The events as they happen, a line of JSON each.
    case ndjson
    /// JUnit's XML.
    case junit
    /// A page.
    case html
    /// Annotations and summary of a job of GitHub Actions.
    case github

    /// The names in a sentence: `terminal, json, ndjson, …`.
    public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The report's file in the run's folder that is to be written at the end of a run.
    ///
    /// `nil` for those that are written as the run goes on, that the run leaves itself, or that go elsewhere.
    public var fileName: String? {
        switch self {
        case .terminal, .json, .ndjson, .github: nil
        case .junit: "junit.xml"
        case .html: "report.html"
        }
    }

    /// The report of a run in `folder`, which is shown as it is given here; `nil` for one that is not made at its end.
    ///
    /// Pictures that lie in it are read; one that cannot be is reported as gone. `file` is where the report goes, where
    /// that is not into the folder: its links begin there.
    ///
    /// - Throws: `EncodingError`, which no run is known to cause.
    public func data(for result: RunResult, folder: String, file: String? = nil) throws -> Data? {
        switch self {
        case .terminal: Data(TerminalReport(folder: folder, result).text(for: result).utf8)
        case .json: try result.json()
        case .junit: JUnitReport.data(for: result, folder: folder)
        case .html:
            HTMLReport.data(for: result, folder: file.map { Self.way(to: folder, from: $0) } ?? "") { path in
                EvidenceFolder(path: folder).contents(of: path)
            }
        case .ndjson, .github: nil
        }
    }

    /// The path of a folder relative to that of a file.
    static func way(to folder: String, from file: String) -> String {
        func parts(_ path: String) -> ArraySlice<String> {
            URL(filePath: path).absoluteURL.standardizedFileURL.pathComponents[...]
        }
        var (goal, start) = (parts(folder), parts(file).dropLast())
        while let first = goal.first, first == start.first {
            goal.removeFirst()
            start.removeFirst()
        }
        return (start.map { _ in ".." } + goal).joined(separator: "/")
    }
}
