/// A value whose texts can be mapped, wherever in it they stand.
public protocol TextMappable: Sendable, Hashable {
    /// The value with each of its texts as `map` has it.
    func mapped(by map: TextMap) -> Self
}
