/// What is made of a value between what reads it and what tests or keeps it (`via`).
public enum ValueFilter: Sendable, Hashable {
    /// The number of values; of one array or object, that of its members.
    case count
    /// One of the values, or of the members of the one array; -1 is the last.
    case nth(Int)
    /// A text taken apart into an array.
    case split(String)
    /// A text with each of its parts that is the first replaced by the second.
    case replace(String, with: String)
    /// A text with all that a regular expression matches replaced.
    case replaceRegex(String, with: String)
    /// The first group of a regular expression, else all that it matches.
    case regex(String)
    case trim, lowercase, uppercase
    /// Bytes read as a text of this encoding.
    case decode(String)
    /// A date as ISO 8601 has it in UTC, read as ISO 8601, HTTP or seconds since 1970, or by a pattern (Unicode TR 35).
    case date(String?)
    /// A date as a pattern writes it in UTC (Unicode TR 35).
    case format(String)
    /// Whole days from now until a date; negative where it has passed.
    case daysAfterNow
    /// Whole days from a date until now.
    case daysBeforeNow
    /// What a JSONPath selects, also of a text that is JSON.
    case jsonpath(String)
    /// What an XPath selects of a text that is XML or HTML.
    case xpath(String)
    case urlDecode, urlEncode, base64Decode, base64Encode, htmlEscape, htmlUnescape
    /// The value of a parameter in the query of a URL, decoded.
    case urlQueryParam(String)
    /// The number that a text is.
    case toInt, toFloat
    /// The bytes of a text or a body, in hexadecimal digits.
    case bytes
    /// The SHA-256 digest of a text or a body, in hexadecimal digits.
    case sha256
    /// The MD5 digest likewise.
    case md5

    /// The filters by their keys in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case count, nth, split, replace, replaceRegex, regex, trim, lowercase, uppercase, decode, date,
            daysAfterNow,
            daysBeforeNow, format
        case jsonpath, xpath, urlDecode, urlEncode, urlQueryParam, base64Decode, base64Encode, htmlEscape,
            htmlUnescape
        case toInt, toFloat, bytes, sha256, md5
    }

    /// Which of them it is.
    public var kind: Kind {
        switch self {
        case .count: .count
        case .nth: .nth
        case .split: .split
        case .replace: .replace
        case .replaceRegex: .replaceRegex
        case .format: .format
        case .urlEncode: .urlEncode
        case .urlQueryParam: .urlQueryParam
        case .base64Encode: .base64Encode
        case .htmlEscape: .htmlEscape
        case .htmlUnescape: .htmlUnescape
        case .md5: .md5
        case .regex: .regex
        case .trim: .trim
        case .lowercase: .lowercase
        case .uppercase: .uppercase
        case .decode: .decode
        case .date: .date
        case .daysAfterNow: .daysAfterNow
        case .daysBeforeNow: .daysBeforeNow
        case .jsonpath: .jsonpath
        case .xpath: .xpath
        case .urlDecode: .urlDecode
        case .base64Decode: .base64Decode
        case .toInt: .toInt
        case .toFloat: .toFloat
        case .bytes: .bytes
        case .sha256: .sha256
        }
    }

    func mapped(by map: TextMap) -> ValueFilter {
        switch self {
        case .split(let separator): .split(map.text(separator))
        case .replace(let text, let other): .replace(map.text(text), with: map.text(other))
        case .regex(let pattern): .regex(map.text(pattern))
        case .replaceRegex(let pattern, let other): .replaceRegex(map.text(pattern), with: map.text(other))
        case .urlQueryParam(let name): .urlQueryParam(map.text(name))
        case .jsonpath(let path): .jsonpath(map.text(path))
        case .xpath(let path): .xpath(map.text(path))
        default: self
        }
    }
}
