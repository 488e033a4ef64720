#if os(Linux)
import Foundation

extension ProcessorTimes {
    /// Reads the times of a process group; `nil` where the kernel keeps none.
    init?(ofGroup group: pid_t) {
        self.init(programs: [:], pages: [])
        for process in Self.members(of: group) {
            guard let time = ProcessorTime(of: process) else { continue }
            programs[process] = time
            if Self.isPage(process) { pages.insert(process) }
            total += Self.total(of: process)
        }
        if programs.isEmpty { return nil }
    }

    private static func members(of group: pid_t) -> [pid_t] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var members: [pid_t] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let process = pid_t(name), getpgid(process) == group { members.append(process) }
        }
        return members
    }

    private static func isPage(_ process: pid_t) -> Bool {
        let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        return line.range(of: Data("--type=renderer".utf8)) != nil
    }

    /// The time of all threads: the 12th and 13th numbers behind the name, in ticks.
    private static func total(of process: pid_t) -> Duration {
        let stat = String(
            decoding: FileManager.default.contents(atPath: "/proc/\(process)/stat") ?? Data(),
            as: UTF8.self
        )
        guard let name = stat.lastIndex(of: ")") else { return .zero }
        let fields = stat[name...].split(separator: " ")
        guard fields.count > 13, let user = Int(fields[12]), let system = Int(fields[13]) else {
            return .zero
        }
        return .seconds(Double(user) + Double(system)) / Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    }
}

extension ProcessorTime {
    /// Reads the time of a process; `nil` where it is gone, or the kernel does not keep it.
    fileprivate init?(of process: pid_t) {
        let file = FileManager.default.contents(atPath: "/proc/\(process)/schedstat") ?? Data()
        let numbers = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isWhitespace).map {
            Int64($0)
        }
        guard numbers.count > 1, let used = numbers[0], let waited = numbers[1] else { return nil }
        self.init(used: .nanoseconds(used), waited: .nanoseconds(waited), rests: Self.rests(of: process))
    }

    private static func rests(of process: pid_t) -> Int {
        let file = FileManager.default.contents(atPath: "/proc/\(process)/status") ?? Data()
        let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix("voluntary_ctxt_switches:") }
        return line?.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0
    }
}
#else
extension ProcessorTimes {
    /// Nothing is known: this system does not report it so.
    init?(ofGroup group: Int32) { nil }
}
#endif
