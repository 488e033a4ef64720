/// A page with placeholders `{{name}}`.
enum Template {
    /// What takes the place of a placeholder.
    enum Value {
        /// Text; `& < > " '` are escaped.
        case text(String)
        /// HTML, put in as it is.
        case html(String)

        var html: String {
            switch self {
            case .html(let html): html
            case .text(let text):
                text.unicodeScalars.reduce(into: "") { result, scalar in
                    switch scalar {
                    case "&": result += "&amp;"
                    case "<": result += "&lt;"
                    case ">": result += "&gt;"
                    case "\"": result += "&quot;"
                    case "'": result += "&#39;"
                    default: result.unicodeScalars.append(scalar)
                    }
                }
            }
        }
    }

    /// `template` with its placeholders filled; one that has no value stays to be seen.
    static func fill(_ template: String, _ values: [String: Value]) -> String {
        let pieces = template.split(separator: "{{", omittingEmptySubsequences: false)
        var result = String(pieces[0])
        for piece in pieces.dropFirst() {
            let halves = piece.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2, let value = values[String(halves[0])] {
                result += value.html + halves[1]
            } else {
                result += "{{" + piece
            }
        }
        return result
    }
}
