import CanaryModel

extension JSONValue {
    /// Whether more levels of values than those lie in each other.
    func isDeeper(than levels: Int) -> Bool {
        switch self {
        case .null, .bool, .number, .string: false
        case .array(let elements): levels == 0 || elements.contains { $0.isDeeper(than: levels - 1) }
        case .object(let object): levels == 0 || object.contains { $0.value.isDeeper(than: levels - 1) }
        }
    }
}
