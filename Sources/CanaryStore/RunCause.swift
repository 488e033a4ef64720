/// Why a run began.
public enum RunCause: Int, Sendable, Hashable, CaseIterable {
    /// Its schedule.
    case schedule = 0
    /// Somebody asked for it.
    case command
    /// It is the first after times that were missed.
    case late
}
