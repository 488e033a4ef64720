/// How a process ended.
enum ExitStatus: Sendable, Hashable, CustomStringConvertible {
    case exited(Int32)
    case killed(signal: Int32)

    var description: String {
        switch self {
        case .exited(let status): "ended with exit status \(status)"
        case .killed(let signal): "was ended by signal \(signal)"
        }
    }
}
