/// What a command line says to one command: its options and operands.
struct Arguments: Sendable, Hashable {
    /// What is not an option, in order.
    private(set) var operands: [String] = []
    private var values: [Option: [String]] = [:]

    /// Whether the option was given.
    func has(_ option: Option) -> Bool { values[option] != nil }

    /// The option's value; the last where it was given several times.
    func value(of option: Option) -> String? { values[option]?.last }

    /// The options that were given with their values, by name.
    var options: [(option: Option, values: [String])] {
        values.sorted { $0.key.name < $1.key.name }.map { ($0.key, $0.value) }
    }

    /// All values of an option that may be given several times, in order.
    func values(of option: Option) -> [String] { values[option] ?? [] }

    mutating func add(_ option: Option, _ value: String) { values[option, default: []].append(value) }

    mutating func add(operand: String) { operands.append(operand) }
}
