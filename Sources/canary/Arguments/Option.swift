/// An option of the command line: `--output DIR`, `-o DIR`, or a switch without a value.
struct Option: Sendable, Hashable {
    /// The long name, without dashes.
    let name: String
    /// The short form, without its dash.
    let letter: Character?
    /// What stands for the value in the help (`DIR`); `nil` for a switch.
    let metavariable: String?
    /// What it does, for the help.
    let help: String

    init(_ name: String, _ letter: Character? = nil, _ metavariable: String? = nil, help: String) {
        self.name = name
        self.letter = letter
        self.metavariable = metavariable
        self.help = help
    }

    /// As it is written: `--output`.
    var written: String { "--" + name }
}
