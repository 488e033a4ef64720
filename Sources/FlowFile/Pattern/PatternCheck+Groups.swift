extension PatternCheck {
    /// Reads what follows a `(`: nothing, or one of the forms that begin with `?`.
    mutating func openGroup() throws(Mistake) {
        before = .nothing
        var isRepeatable = true
        if !take("?") {
            groupCount += 1
        } else if take("=") || take("!") {
            isRepeatable = false
        } else if take("<") {
            if take("=") || take("!") {
                isRepeatable = false
            } else {
                groupNames.insert(try groupName())
                groupCount += 1
            }
        } else {
            // Modifiers hold for a group, (?i:…), and not for the rest of the pattern as (?i).
            _ = take { "ims-".unicodeScalars.contains($0) }
            guard take(":") else { throw Mistake(reason: "'(?' begins no group") }
        }
        openGroups.append(isRepeatable)
    }

    /// Reads a `)`.
    mutating func closeGroup() throws(Mistake) {
        guard let isRepeatable = openGroups.popLast() else { throw Mistake(reason: "a ')' without its '('") }
        before = isRepeatable ? .atom : .nothing
    }

    /// Reads a name up to its `>`.
    mutating func groupName() throws(Mistake) -> String {
        let name = take { $0 != ">" }
        let isName = name.unicodeScalars.enumerated().allSatisfy { place, scalar in
            place == 0 ? JSON5Parser.canStart(scalar) : JSON5Parser.canContinue(scalar)
        }
        guard take(">"), isName, !name.isEmpty else { throw Mistake(reason: "a group without a proper name") }
        return name
    }
}
