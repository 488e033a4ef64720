import CanaryModel
import CanaryXML
import Foundation

extension ValueFilter {
    /// A text in other characters: of URLs, of base64, of HTML.
    func recoded(_ value: FilteredValue) throws(Failure) -> FilteredValue {
        switch self {
        case .urlDecode: return .text(try present(try text(value).removingPercentEncoding, value))
        case .urlEncode:
            return .text(
                try present(try text(value).addingPercentEncoding(withAllowedCharacters: .plainInPath), value)
            )
        case .urlQueryParam(let name): return .text(try parameter(name, of: try text(value)))
        case .base64Decode: return .bytes(try present(Data(anyBase64: try text(value)), value))
        case .base64Encode: return .text(try data(value).base64EncodedString())
        case .htmlEscape: return .text(try text(value).escapedForHTML)
        case .htmlUnescape: return .text(try unescaped(try text(value), value))
        default: return value  // of the other filters
        }
    }

    private func present<T>(_ result: T?, _ value: FilteredValue) throws(Failure) -> T {
        guard let result else { throw unfit(value) }
        return result
    }

    private func parameter(_ name: String, of url: String) throws(Failure) -> String {
        let items = URLComponents(string: url)?.queryItems ?? []
        guard let item = items.first(where: { $0.name == name }) else {
            throw Failure(reason: "\(JSONValue.string(url).shown) has no parameter '\(name)'")
        }
        return item.value ?? ""
    }

    /// By libxml2, as a document that has nothing but this text.
    private func unescaped(_ text: String, _ value: FilteredValue) throws(Failure) -> String {
        let document =
            "<html><head><meta charset=\"utf-8\"></head><body><pre>" + text.replacing("<", with: "&lt;")
        do {
            let found = try XPath("string(//pre)").values(in: Array(document.utf8), isHTML: true)
            guard case .text(let text)? = found.first else { throw unfit(value) }
            return text
        } catch let error as XPath.Failure {
            throw Failure(reason: error.reason, isOfFilter: true)
        } catch {
            throw unfit(value)
        }
    }
}

extension FilteredValue {
    fileprivate static func text(_ text: String) -> FilteredValue { .json(.string(text)) }
}

extension Data {
    /// What base64 stands for, in either alphabet, with or without its padding.
    fileprivate init?(anyBase64 text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        self.init(base64Encoded: plain + padding)
    }
}

extension CharacterSet {
    /// The unreserved characters of RFC 3986, and the slash.
    fileprivate static let plainInPath = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/"
    )
}

extension String {
    /// The text with what begins tags, ends them, and begins references as references.
    fileprivate var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
