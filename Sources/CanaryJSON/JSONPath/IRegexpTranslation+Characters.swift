/// Characters, their sets and categories.
extension IRegexpTranslation {
    var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        next += 1
        return true
    }

    static func written(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16) + "}"
    }

    /// A set in brackets.
    mutating func set() throws(Mistake) -> String {
        next += 1
        var text = take("^") ? "[^" : "["
        if take("-") { text += Self.written("-") } else { text += try member() }
        while !take("]") {
            if take("-") {
                guard take("]") else { throw Mistake() }
                return text + Self.written("-") + "]"
            }
            text += try member()
        }
        return text + "]"
    }

    /// A character, a range of characters or a category.
    private mutating func member() throws(Mistake) -> String {
        if peek == "\\", let category = try category() { return category }
        let first = try setCharacter()
        let isRange = peek == "-" && next + 1 < scalars.count && scalars[next + 1] != "]"
        guard isRange else { return Self.written(first) }
        next += 1
        let last = try setCharacter()
        guard first <= last else { throw Mistake() }
        return Self.written(first) + "-" + Self.written(last)
    }

    private mutating func setCharacter() throws(Mistake) -> Unicode.Scalar {
        switch peek {
        case nil, "[", "]", "-": throw Mistake()
        case "\\": return try escaped()
        case let scalar?:
            next += 1
            return scalar
        }
    }

    mutating func escaped() throws(Mistake) -> Unicode.Scalar {
        next += 1
        guard let scalar = peek else { throw Mistake() }
        next += 1
        switch scalar {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "("..."+", "-", ".", "?", "["..."^", "{"..."}": return scalar
        default: throw Mistake()
        }
    }

    /// `\p{…}` or `\P{…}`; `nil` where another escape stands at the place.
    mutating func category() throws(Mistake) -> String? {
        guard next + 1 < scalars.count else { return nil }
        let letter = scalars[next + 1]
        guard letter == "p" || letter == "P" else { return nil }
        next += 2
        guard take("{") else { throw Mistake() }
        let start = next
        while let scalar = peek, scalar != "}" { next += 1 }
        let name = String(String.UnicodeScalarView(scalars[start..<next]))
        guard take("}"), Self.categories.contains(name) else { throw Mistake() }
        return "\\\(letter){\(name)}"
    }

    private static let categories: Set<String> = [
        "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs",
        "S", "Sc", "Sk", "Sm", "So", "C", "Cc", "Cf", "Cn", "Co",
    ]
}
