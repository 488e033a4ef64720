import CanaryModel

/// `maxItems`, `minItems` and `uniqueItems`.
enum ArrayAssertion: SchemaAssertion {
    case maximumCount(Int)
    case minimumCount(Int)
    case unique

    func complaints(about value: JSONValue) -> [String] {
        guard case .array(let elements) = value else { return [] }
        let count = elements.count
        switch self {
        case .maximumCount(let limit):
            return count <= limit ? [] : ["must have at most \(Self.elements(limit)), has \(count)"]
        case .minimumCount(let limit):
            return count >= limit ? [] : ["must have at least \(Self.elements(limit)), has \(count)"]
        case .unique: return Self.repeated(elements)
        }
    }

    private static func elements(_ count: Int) -> String { JSONValue.counted(count, "element") }

    private static func repeated(_ elements: [JSONValue]) -> [String] {
        var places: [JSONValue: Int] = [:]
        for (index, element) in elements.enumerated() {
            guard let first = places.updateValue(index, forKey: element) else { continue }
            let both = "elements \(first) and \(index)"
            return ["must have no element twice, \(both) are the same: \(element.brief)"]
        }
        return []
    }
}
