/// The functions of RFC 9535.
enum FilterFunction: String {
    case length
    case count
    case match
    case search
    case value

    /// How many arguments it takes.
    var arity: Int {
        switch self {
        case .length, .count, .value: 1
        case .match, .search: 2
        }
    }
}
