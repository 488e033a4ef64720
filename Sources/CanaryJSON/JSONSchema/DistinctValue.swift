import CanaryModel

/// A value as a key.
///
/// Unlike `JSONValue`'s own hash this one takes the values of members in, so that a thousand objects with the
/// same keys do not share one bucket.
struct DistinctValue: Hashable, Sendable {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    func hash(into hasher: inout Hasher) {
        switch value {
        case .null, .bool, .number, .string: hasher.combine(value)
        case .array(let elements):
            hasher.combine(elements.count)
            for element in elements { DistinctValue(element).hash(into: &hasher) }
        case .object(let object):
            var sum = 0  // the order of members does not count
            for (key, value) in object {
                var member = Hasher()
                member.combine(SchemaName(key))
                DistinctValue(value).hash(into: &member)
                sum = sum &+ member.finalize()
            }
            hasher.combine(sum)
        }
    }
}
