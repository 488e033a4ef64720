extension PathParser {
    /// The scalar at the place; `nil` at the end.
    var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

    /// Goes past a text where it stands at the place.
    mutating func take(_ text: String) -> Bool {
        guard scalars[next...].starts(with: text.unicodeScalars) else { return false }
        next += text.unicodeScalars.count
        return true
    }

    /// Goes past all scalars that are of a kind, and returns them.
    mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = peek, isWanted(scalar) {
            text.append(scalar)
            next += 1
        }
        return String(text)
    }

    mutating func skipSpace() {
        while let scalar = peek, scalar.isPathSpace { next += 1 }
    }

    /// What stands at the place, in quotes; the end where nothing does.
    var shown: String {
        guard let scalar = peek else { return "the end" }
        return scalar.isPathSpace ? "white space" : scalar == "'" ? "a quote" : "'\(scalar.shown)'"
    }

    /// An error, where nothing else is said at the place that was reached.
    func error(_ reason: String, at place: Int? = nil) -> JSONPathError {
        JSONPathError(reason, at: place ?? next, in: scalars)
    }
}

extension Unicode.Scalar {
    /// The scalar, or its number where it would not be seen.
    fileprivate var shown: String {
        switch properties.generalCategory {
        case .control, .format, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
            "U+" + String(value, radix: 16, uppercase: true)
        default: String(Character(self))
        }
    }
}
