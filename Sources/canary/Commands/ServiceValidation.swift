import CanaryModel
import CanaryReport
import CanarySchedule
import FlowFile
import Foundation

/// The check of service files by 'canary validate'.
struct ServiceValidation {
    private let paths: [String]
    private let reader: FlowReader
    private let isQuiet: Bool

    /// Throws ``UsageError`` where service files and flows are mixed, or flows are selected: all of a service are checked.
    init(_ arguments: Arguments) throws {
        if arguments.has(.tag) || arguments.has(.name) {
            throw UsageError("--tag and --name select flows: a service file is checked with all of its own")
        }
        if let other = arguments.operands.first(where: { !FlowReader.isServiceFile($0) }) {
            throw UsageError("'\(other)' is not a service file: check service files and flows apart")
        }
        paths = arguments.operands
        reader = try FlowSource(arguments).reader
        isQuiet = arguments.has(.quiet)
    }

    /// Writes the mistakes to standard error, and the canaries with their next times to standard output.
    func run() throws -> ExitStatus {
        var (count, mistakes) = (0, 0)
        for path in paths {
            let reading = reader.readService(path: path)
            mistakes += reading.diagnostics.count
            FlowSource.tell(reading.diagnostics)
            if isQuiet { continue }
            StandardStream.error.write(reading.warnings.map { $0.warning + "\n" }.joined())
            StandardStream.error.write(reading.missing.map { $0.note + "\n" }.joined())
            let canaries = reading.service?.canaries ?? []
            count += canaries.count
            let now = Int(Date().timeIntervalSince1970)
            StandardStream.output.write(canaries.map { $0.lines(at: now) }.joined())
        }
        let sums = [counted(count, "canary", "canaries"), counted(mistakes, "mistake")]
        StandardStream.output.write(sums.joined(separator: ", ") + "\n")
        return mistakes == 0 ? .passed : .usage
    }
}

extension CanaryDefinition {
    /// Its name, what it does and its schedule, then its next five times, a line each.
    fileprivate func lines(at now: Int) -> String {
        switch work {
        case .push(let every):
            return "\(name.printable)  is pushed at least every \(every.milliseconds.elapsed)\n"
        case .flow(let file):
            let times = settings.times(after: now, count: 5).map { "    \(settings.timeZone.written($0))" }
            let state = settings.isEnabled ? [] : ["    is not enabled"]
            let head = "\(name.printable)  \(settings.writtenSchedule.printable)  \(file.printable)"
            return ([head] + (settings.isEnabled ? times : state)).joined(separator: "\n") + "\n"
        }
    }
}
