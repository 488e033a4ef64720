public import CanaryModel
import Foundation

/// Which flows are wanted, by their tags and names.
public struct FlowSelection: Sendable, Hashable {
    /// A flow needs one of them; none: any flow will do.
    public var tags: [String]
    /// Globs, of which the name of a flow must fit one; none: any name will do.
    public var names: [String]

    /// Makes a selection; without tags and names every flow is wanted.
    public init(tags: [String] = [], names: [String] = []) {
        (self.tags, self.names) = (tags, names)
    }

    /// Whether `flow` is wanted.
    public func includes(_ flow: Flow) -> Bool {
        let hasTag = tags.isEmpty || flow.tags.contains(where: tags.contains)
        return hasTag && (names.isEmpty || names.contains { fnmatch($0, flow.name, 0) == 0 })
    }

    /// The flows that are wanted, in their order.
    ///
    /// - Throws: ``NothingSelected`` where none is.
    public func select(from flows: [Flow]) throws(NothingSelected) -> [Flow] {
        let selected = flows.filter(includes)
        guard selected.isEmpty else { return selected }
        throw NothingSelected(self, flows)
    }
}
