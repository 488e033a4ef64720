extension PatternTranslator {
    /// A class, after its bracket.
    ///
    /// One without characters matches nothing, `[^]` anything.
    mutating func characterClass() throws(SchemaPatternError) -> String {
        let isNegated = take("^")
        var inside = ""
        while !take("]") {
            let first = try classAtom()
            let dash = next
            if take("-"), peek != "]" {
                inside += try Self.range(first, try classAtom())
            } else {
                next = dash
                inside += Self.written(first)
            }
        }
        if inside.isEmpty { return isNegated ? "[\\u{0}-\\u{10FFFF}]" : "(?!)" }
        return (isNegated ? "[^" : "[") + inside + "]"
    }

    private mutating func classAtom() throws(SchemaPatternError) -> PatternAtom {
        guard let scalar = take() else { throw SchemaPatternError("a '[' has no ']'") }
        return scalar == "\\" ? try atomAfterBackslash(inClass: true) : .scalar(scalar.value)
    }

    private static func written(_ atom: PatternAtom) -> String {
        switch atom {
        case .set(let set): set
        case .scalar(let value): Unicode.Scalar(value) == nil ? "" : escaped(value)
        }
    }

    /// A range; halves of characters in it are in no text, and left out.
    private static func range(
        _ first: PatternAtom,
        _ last: PatternAtom
    ) throws(SchemaPatternError) -> String {
        guard case .scalar(let low) = first, case .scalar(let high) = last else {
            throw SchemaPatternError("a class such as '\\d' cannot be an end of a range")
        }
        guard low <= high else { throw SchemaPatternError("a range is out of order") }
        let start = Unicode.Scalar(low) == nil ? 0xe000 : low
        let end = Unicode.Scalar(high) == nil ? 0xd7ff : high
        return start <= end ? escaped(start) + "-" + escaped(end) : ""
    }
}
