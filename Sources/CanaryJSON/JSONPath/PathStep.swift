/// One step down a document.
enum PathStep: Sendable {
    case name(String)
    case index(Int)

    /// The step as normalized paths have it: `['a']`, `[0]`.
    var normalized: String {
        switch self {
        case .name(let name): "['" + Self.escaped(name) + "']"
        case .index(let index): "[\(index)]"
        }
    }

    /// The step as people write it: `.a`, `['a b']`, `[0]`.
    var short: String {
        if case .name(let name) = self, Self.isShorthand(name) { "." + name } else { normalized }
    }

    private static func isShorthand(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.canBeginName else { return false }
        return name.unicodeScalars.allSatisfy(\.canBeInName)
    }

    private static func escaped(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "\\": text.append(contentsOf: ["\\", scalar])
            case "\u{8}": text.append(contentsOf: "\\b".unicodeScalars)
            case "\t": text.append(contentsOf: "\\t".unicodeScalars)
            case "\n": text.append(contentsOf: "\\n".unicodeScalars)
            case "\u{c}": text.append(contentsOf: "\\f".unicodeScalars)
            case "\r": text.append(contentsOf: "\\r".unicodeScalars)
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.count)
                text.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
