import CanaryModel

/// `multipleOf`, `maximum`, `minimum` and the exclusive ones.
enum NumberAssertion: SchemaAssertion {
    case multiple(SchemaDivisor)
    case maximum(JSONNumber)
    case minimum(JSONNumber)
    case exclusiveMaximum(JSONNumber)
    case exclusiveMinimum(JSONNumber)

    func complaints(about value: JSONValue) -> [String] {
        guard case .number(let number) = value, !includes(number) else { return [] }
        return ["must be \(wording), is \(value.brief)"]
    }

    private func includes(_ number: JSONNumber) -> Bool {
        switch self {
        case .multiple(let divisor): divisor.divides(number)
        case .maximum(let limit): number <= limit
        case .minimum(let limit): number >= limit
        case .exclusiveMaximum(let limit): number < limit
        case .exclusiveMinimum(let limit): number > limit
        }
    }

    private var wording: String {
        switch self {
        case .multiple(let divisor): "a multiple of \(divisor.written)"
        case .maximum(let limit): "at most \(limit.digits)"
        case .minimum(let limit): "at least \(limit.digits)"
        case .exclusiveMaximum(let limit): "less than \(limit.digits)"
        case .exclusiveMinimum(let limit): "more than \(limit.digits)"
        }
    }
}
