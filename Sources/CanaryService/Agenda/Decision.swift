/// What is to be done about a canary.
enum Decision: Hashable {
    /// Why a run that was due does not begin.
    enum Reason: String, Hashable {
        /// The run before it goes on.
        case overlap
        /// Nobody was there: the service was down, the machine slept, or its clock was set.
        case down
    }

    /// It runs, for a time in seconds since 1970; late: in place of times that were missed.
    case run(String, due: Int, isLate: Bool)
    /// These times are missed.
    case miss(String, due: [Int], reason: Reason)
    /// It is never due again.
    case stop(String)
}
