import CanaryJSON
import CanaryModel
import CanaryXML
import Foundation
import Hashing

extension ValueFilter {
    /// Why a filter makes nothing of a value.
    struct Failure: Error {
        /// What is wrong, in a sentence without its end.
        let reason: String
        /// Whether the filter itself is not valid, whatever the value.
        var isOfFilter = false
    }

    /// What the filter makes of values: `count` and `nth` take all of them together, the others each by itself.
    func applied(to values: [FilteredValue]) throws(Failure) -> [FilteredValue] {
        switch self {
        case .count: return [.json(.number(JSONNumber(Self.members(of: values).count)))]
        case .nth(let index):
            let members = Self.members(of: values)
            let place = index < 0 ? members.count + index : index
            guard members.indices.contains(place) else {
                throw Failure(reason: "there is no nth \(index): there are \(members.count)")
            }
            return [members[place]]
        default:
            var all: [FilteredValue] = []
            for value in values { all += try applied(to: value) }
            return all
        }
    }

    /// The values; of one array or object its members.
    private static func members(of values: [FilteredValue]) -> [FilteredValue] {
        guard values.count == 1 else { return values }
        switch values[0].json {
        case .array(let elements): return elements.map(FilteredValue.json)
        case .object(let object): return object.map { .json($0.value) }
        case .null, .bool, .number, .string: return values
        }
    }

    private func applied(to value: FilteredValue) throws(Failure) -> [FilteredValue] {
        switch self {
        case .count, .nth: return [value]  // of all together, above
        case .split(let separator):
            return [.json(.array(try text(value).components(separatedBy: separator).map(JSONValue.string)))]
        case .replace(let old, let new):
            return [.json(.string(try text(value).replacingOccurrences(of: old, with: new)))]
        case .regex(let pattern): return [.json(.string(try match(of: try text(value), pattern)))]
        case .trim: return [.json(.string(try text(value).trimmingCharacters(in: .whitespacesAndNewlines)))]
        case .lowercase: return [.json(.string(try text(value).lowercased()))]
        case .uppercase: return [.json(.string(try text(value).uppercased()))]
        case .decode(let name): return [.json(.string(try decoded(try data(value), name)))]
        case .date(let pattern): return [.json(.string(try date(value.json, pattern).formatted(.iso8601)))]
        case .daysAfterNow: return [.json(.number(JSONNumber(try days(until: value.json))))]
        case .daysBeforeNow: return [.json(.number(JSONNumber(try days(since: value.json))))]
        case .jsonpath(let path): return try nodes(path, value).map(FilteredValue.json)
        case .xpath(let path): return try selected(path, value)
        case .replaceRegex(let pattern, let new):
            return [.json(.string(try text(value).replacing(try regex(pattern), with: new)))]
        case .format(let pattern): return [.json(.string(try date(value.json, nil).written(by: pattern)))]
        case .urlDecode, .urlEncode, .urlQueryParam, .base64Decode, .base64Encode, .htmlEscape, .htmlUnescape:
            return [try recoded(value)]
        case .toInt:
            guard let number = JSONNumber(try text(value)), number.isWhole else { throw unfit(value) }
            return [.json(.number(number))]
        case .toFloat:
            guard let number = JSONNumber(try text(value)) else { throw unfit(value) }
            return [.json(.number(number))]
        case .bytes: return [.json(.string(try data(value).hexadecimal))]
        case .sha256: return [.json(.string(Data(SHA256.digest(of: Array(try data(value)))).hexadecimal))]
        case .md5: return [.json(.string(Data(MD5.digest(of: Array(try data(value)))).hexadecimal))]
        }
    }

    func unfit(_ value: FilteredValue) -> Failure {
        Failure(reason: "\(kind.rawValue) cannot be made of \(value.json.shown)")
    }

    func text(_ value: FilteredValue) throws(Failure) -> String {
        guard let text = value.text else { throw unfit(value) }
        return text
    }

    func data(_ value: FilteredValue) throws(Failure) -> Data {
        guard let data = value.data else { throw unfit(value) }
        return data
    }

    private func regex(_ pattern: String) throws(Failure) -> Regex<AnyRegexOutput> {
        do {
            return try Regex(pattern).matchingSemantics(.unicodeScalar)
        } catch {
            throw Failure(reason: "the regular expression is not valid: \(error)", isOfFilter: true)
        }
    }

    private func match(of text: String, _ pattern: String) throws(Failure) -> String {
        let regex = try regex(pattern)
        let match: Regex<AnyRegexOutput>.Match?
        do {
            match = try regex.firstMatch(in: text)
        } catch {
            throw Failure(reason: "the regular expression cannot be used: \(error)", isOfFilter: true)
        }
        guard let match else {
            throw Failure(reason: "/\(pattern)/ does not match \(JSONValue.string(text).shown)")
        }
        return String((match.output.count > 1 ? match.output[1].substring : match.output[0].substring) ?? "")
    }

    private func decoded(_ data: Data, _ name: String) throws(Failure) -> String {
        let text: String?
        do {
            text = try data.text(in: name)
        } catch {
            throw Failure(reason: "'\(name)' is not an encoding that is known", isOfFilter: true)
        }
        guard let text else { throw Failure(reason: "it is not \(name)") }
        return text
    }

    private func nodes(_ path: String, _ value: FilteredValue) throws(Failure) -> [JSONValue] {
        do {
            let query = try JSONPath(path)
            guard case .string(let text) = value.json else {
                return try query.nodes(in: value.json).map(\.value)
            }
            return try query.nodes(in: try JSONValue(parsing: Data(text.utf8))).map(\.value)
        } catch let error as JSONSyntaxError {
            throw Failure(reason: "jsonpath needs JSON: \(error)")
        } catch {
            throw Failure(reason: "'\(path)': \(error)", isOfFilter: error is JSONPathError)
        }
    }

    private func selected(_ path: String, _ value: FilteredValue) throws(Failure) -> [FilteredValue] {
        do {
            return try XPath(path).values(in: Array(try data(value))).map { .json(JSONValue($0)) }
        } catch let error as XPath.Failure {
            throw Failure(reason: error.reason, isOfFilter: error.cause == .expression)
        } catch {
            throw unfit(value)
        }
    }
}

extension ValueFilter {
    private static let day = 86_400.0

    private func days(until value: JSONValue) throws(Failure) -> Int {
        Int((try date(value, nil).timeIntervalSinceNow / Self.day).rounded(.down))
    }

    private func days(since value: JSONValue) throws(Failure) -> Int {
        Int((-(try date(value, nil).timeIntervalSinceNow) / Self.day).rounded(.down))
    }

    private func date(_ value: JSONValue, _ pattern: String?) throws(Failure) -> Date {
        guard let date = Date(value, pattern: pattern) else {
            let form = pattern.map { "a date such as \($0)" } ?? "a date"
            throw Failure(reason: "\(value.shown) is not \(form)")
        }
        return date
    }
}

extension Data {
    /// Two digits for each byte.
    fileprivate var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * count)
        for byte in self { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
