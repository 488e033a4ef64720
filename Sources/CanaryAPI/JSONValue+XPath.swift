import CanaryModel
import CanaryXML

extension JSONValue {
    /// What an XPath selects, as JSON; a number that JSON has not is its text.
    init(_ value: XPath.Value) {
        switch value {
        case .text(let text): self = .string(text)
        case .number(let digits): self = JSONNumber(digits).map(JSONValue.number) ?? .string(digits)
        case .boolean(let bool): self = .bool(bool)
        }
    }
}
