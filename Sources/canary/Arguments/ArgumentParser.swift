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
        if option.metavariable == nil {
            if parts.count > 1 { throw UsageError("the option \(name) takes no value") }
            arguments.add(option, "")
        } else {
            arguments.add(option, try parts.count > 1 ? String(parts[1]) : nextValue(of: option))
        }
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
            if option.metavariable == nil {
                arguments.add(option, "")
                continue
            }
            let value = letters.first == "=" ? letters.dropFirst() : letters
            arguments.add(option, try letters.isEmpty ? nextValue(of: option) : String(value))
            return
        }
    }

    /// `did you mean '--jobs'?`, for `-jobs`.
    private func longForm(of word: String) -> String? {
        let name = "-" + word.prefix { $0 != "=" }
        return options.contains { $0.written == name } ? "did you mean '\(name)'?" : nil
    }

    /// The next word, unless it looks like an option: then the value was forgotten.
    private mutating func nextValue(of option: Option) throws(UsageError) -> String {
        let needed =
            "the option \(option.written) needs a value: \(option.written) \(option.metavariable ?? "")"
        guard let value = rest.popFirst() else { throw UsageError(needed) }
        if value.hasPrefix("-"), value != "-", Double(value) == nil {
            throw UsageError(
                needed,
                suggestion: "if \(value.quoted) is meant, write \(option.written)=\(value.printable)"
            )
        }
        return value
    }
}
