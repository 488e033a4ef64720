import FlowFile

extension Arguments {
    /// The option's value as a whole number.
    ///
    /// - Throws: ``UsageError`` where it is none or out of `range`.
    func number(_ option: Option, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let value = value(of: option) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw UsageError(
                "\(option.written) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
                    + "not \(value.quoted)"
            )
        }
        return number
    }

    /// The option's value as a time above 0, written as in a flow file.
    ///
    /// - Throws: ``UsageError`` where it is none.
    func duration(_ option: Option) throws(UsageError) -> Duration? {
        guard let value = value(of: option) else { return nil }
        guard let duration = Duration(written: value), duration > .zero else {
            let seconds = Double(value).map { $0 > 0 } ?? false
            throw UsageError(
                "\(option.written) takes a time as in 500ms, 90s or 2m, not \(value.quoted)",
                suggestion: seconds ? "did you mean '\(value)s'?" : nil
            )
        }
        return duration
    }

    /// The values `K=V` of the option by K; where a K comes twice, the last counts.
    ///
    /// - Throws: ``UsageError`` where one has no `=` or its K cannot name a variable; it does not show the value,
    ///   which may be a secret.
    func assignments(_ option: Option) throws(UsageError) -> [String: String] {
        var assignments: [String: String] = [:]
        for value in values(of: option) {
            guard let equals = value.firstIndex(of: "=") else {
                throw UsageError(
                    "\(option.written) takes a name and a value, as in \(option.written) USER=maya"
                )
            }
            let name = String(value[..<equals])
            guard Template.isName(name) else {
                throw UsageError(
                    "\(option.written): \(name.quoted) cannot name a variable: that takes letters, digits and _"
                )
            }
            assignments[name] = String(value[value.index(after: equals)...])
        }
        return assignments
    }
}
