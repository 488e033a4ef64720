import CanaryReport

/// Reads the words after a command's name.
///
/// `--option value`, `--option=value`, `-o value`, `-ovalue`, `-qv` for `-q -v`; after `--` everything is an operand.
struct ArgumentParser {
    private let options: [Option]
    private var rest: ArraySlice<String>
    private var arguments = Arguments()

    /// Reads `words`.
    ///
    /// - Returns: What they say. `--help` ends the reading, so that it helps whoever is stuck half-way.
    /// - Throws: ``UsageError`` for an option that is unknown, lacks its value or takes none.
    static func parse(_ words: [String], options: [Option]) throws(UsageError) -> Arguments {
        var parser = ArgumentParser(options: options, rest: words[...])
        while let word = parser.rest.popFirst() {
            if word == "--" {
                for operand in parser.rest { parser.arguments.add(operand: operand) }
                break
            } else if word.hasPrefix("--") {
                try parser.readLong(word)
            } else if word.hasPrefix("-"), word != "-" {
                try parser.readShort(word)
            } else {
                parser.arguments.add(operand: word)
            }
            if parser.arguments.has(.help) { break }
        }
        return parser.arguments
    }

    private init(options: [Option], rest: ArraySlice<String>) {
        self.options = options
        self.rest = rest
    }

    private mutating func readLong(_ word: String) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = options.first(where: { $0.written == name }) else {
            throw .unknown("option", name, known: options.map(\.written))
        }
        try read(option, attached: parts.count > 1 ? parts[1] : nil)
    }

    private mutating func readShort(_ word: String) throws(UsageError) {
        if let question = longForm(of: word) {
            throw UsageError("unknown option \(word.quoted)", suggestion: question)
        }
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.letter == letter }) else {
                throw UsageError("unknown option \("-\(letter)".quoted)")
            }
            guard option.metavariable == nil else {
                let value = letters.first == "=" ? letters.dropFirst() : letters
                return try read(option, attached: letters.isEmpty ? nil : value)
            }
            try read(option, attached: nil)
        }
    }

    /// Takes an option with the value in the same word, or in the next one.
    private mutating func read(_ option: Option, attached: Substring?) throws(UsageError) {
        guard let metavariable = option.metavariable else {
            if attached != nil { throw UsageError("the option \(option.written) takes no value") }
            return arguments.add(option, "")
        }
        let needed = UsageError(
            "the option \(option.written) needs a value: \(option.written) \(metavariable)"
        )
        guard let value = attached.map(String.init) ?? rest.popFirst(), !value.isEmpty else { throw needed }
        // What looks like an option in the next word is one: the value was forgotten.
        if attached == nil, value.hasPrefix("-"), value != "-", Double(value) == nil {
            throw UsageError(
                needed.message,
                suggestion: "if \(value.quoted) is meant, write \(option.written)=\(value.printable)"
            )
        }
        arguments.add(option, value)
    }

    /// `did you mean '--jobs'?`, for `-jobs`.
    private func longForm(of word: String) -> String? {
        let name = "-" + word.prefix { $0 != "=" }
        return options.contains { $0.written == name } ? "did you mean '\(name)'?" : nil
    }
}
