import Foundation

/// A text as encoders escape it: what of it is then encoded as base64 shows nothing of the escapes.
enum EscapedForms {
    /// The forms that differ from the text.
    static func all(of text: String) -> Set<String> {
        Set(jsonForms(of: text) + htmlForms(of: text) + urlForms(of: text)).subtracting([text])
    }

    /// As JSON is written by browsers, PHP, Python, Go and .NET.
    private static func jsonForms(of text: String) -> [String] {
        let slash = "/"
        return [
            json(text, escaped: "", isASCII: false), json(text, escaped: slash, isASCII: false),
            json(text, escaped: "", isASCII: true), json(text, escaped: slash, isASCII: true),
            json(text, unicode: "<>&", isASCII: false),
            json(text, unicode: "<>&\"'+`", isASCII: true, isUpper: true),
        ]
    }

    private static func json(
        _ text: String,
        escaped: String = "",
        unicode: String = "",
        isASCII: Bool,
        isUpper: Bool = false
    ) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _
            where unicode.unicodeScalars.contains(scalar) || scalar.value < 0x20
                || isASCII && !scalar.isASCII:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    result += String(format: isUpper ? "\\u%04X" : "\\u%04x", Int(unit))
                }
            case "\"", "\\": result += "\\\(scalar)"
            case _ where escaped.unicodeScalars.contains(scalar): result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// As templates and encoders write it: they differ in the quotes.
    private static func htmlForms(of text: String) -> [String] {
        let plain: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
        let quotes: [[Character: String]] = [
            [:], ["\"": "&quot;"], ["\"": "&quot;", "'": "&#39;"], ["\"": "&quot;", "'": "&#x27;"],
            ["\"": "&quot;", "'": "&#039;"], ["\"": "&quot;", "'": "&apos;"], ["\"": "&#34;", "'": "&#39;"],
        ]
        return quotes.map { quotes in
            text.map { plain[$0] ?? quotes[$0] ?? String($0) }.joined()
        }
    }

    /// As the parts of URLs and the fields of forms are.
    private static func urlForms(of text: String) -> [String] {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
        )
        let component = unreserved.union(CharacterSet(charactersIn: "!*'()"))
        return [unreserved, component].flatMap { allowed -> [String] in
            let encoded = text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text
            return [encoded, encoded.replacing("%20", with: "+")]
        }
    }
}
