import CanaryModel

extension String {
    /// The text in one line, with nothing in it that a terminal or a viewer would act on.
    ///
    /// Pages and servers choose what these texts say. Control characters (ESC and C1 with them), line ends, marks that
    /// turn the direction of writing, invisible and unassigned characters are written as `\n`, `\t` or `\u{1B}`.
    package var printable: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isPrintable { result.unicodeScalars.append(scalar) } else { result += scalar.escape }
        }
        return result
    }

    /// ``printable``, cut to `limit` scalars before it is escaped.
    package func printable(upTo limit: Int) -> String { cut(to: limit).printable }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        // The joiners shape letters and emoji and do no harm.
        if value == 0x200C || value == 0x200D { return true }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }

    fileprivate var escape: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        }
    }
}
