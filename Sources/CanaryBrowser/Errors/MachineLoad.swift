import CanaryModel
import Foundation

/// How busy the machine is that canary runs on: where it is too busy, a page that answers late may be without fault.
struct MachineLoad {
    /// The processes that ran or wanted to run, on the average of the last minute.
    var processes: Double
    /// The processors that they share.
    var processors: Int

    /// The machine's load now; `nil` where the system does not tell.
    static var current: MachineLoad? {
        var load = 0.0
        guard getloadavg(&load, 1) == 1 else { return nil }
        return MachineLoad(processes: load, processors: ProcessInfo.processInfo.activeProcessorCount)
    }

    /// What to say where the machine is busy enough to keep a browser from answering (from 4 processes a processor on).
    var remark: String? {
        guard processors > 0, processes >= 4 * Double(processors) else { return nil }
        return "or this machine is too busy: \(Int(clamped: processes)) processes at once for its \(count)"
    }

    /// The load in words: `load 21.3 on 2 processors`.
    var words: String { "load \((processes * 10).rounded() / 10) on \(count)" }

    private var count: String { processors == 1 ? "1 processor" : "\(processors) processors" }
}
