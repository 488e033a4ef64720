import CanaryModel

/// Follows a path through a document, within limits.
struct PathEvaluation {
    /// How many values one segment may select.
    static let maximumNodes = 1_000_000
    /// How many values may be looked at in all: filters in filters take a power of the size of the document.
    static let maximumVisits = 5_000_000

    let text: String
    let root: JSONValue
    private var visits = 0
    /// The expressions that were used, by the UTF-8 of their patterns; `nil` for what is none.
    var expressions: [[UInt8]: IRegexp?] = [:]

    init(of text: String, in root: JSONValue) {
        self.text = text
        self.root = root
    }

    /// What a path selects; `@` stands for the current value.
    mutating func nodes(of query: PathQuery, current: JSONValue) throws(JSONPathError) -> [JSONNode] {
        var nodes = [JSONNode(query.isRelative ? current : root)]
        for segment in query.segments where !nodes.isEmpty {
            var selected: [JSONNode] = []
            for node in nodes {
                if segment.isDescendant {
                    try descend(segment, from: node, into: &selected)
                } else {
                    try select(segment, of: node, into: &selected)
                }
            }
            nodes = selected
        }
        return nodes
    }

    /// Selects below a value, each value before what lies in it.
    ///
    /// It has a stack of its own, as documents may be deep.
    private mutating func descend(
        _ segment: PathSegment,
        from node: JSONNode,
        into selected: inout [JSONNode]
    ) throws(JSONPathError) {
        var waiting = [node]
        while let node = waiting.popLast() {
            try visit(in: segment)
            try select(segment, of: node, into: &selected)
            waiting.append(contentsOf: node.children.reversed().filter { $0.value.isContainer })
        }
    }

    private mutating func select(
        _ segment: PathSegment,
        of node: JSONNode,
        into selected: inout [JSONNode]
    ) throws(JSONPathError) {
        for selector in segment.selectors { try select(selector, segment, of: node, into: &selected) }
        if selected.count > Self.maximumNodes {
            throw error("it selects more than 1,000,000 values", segment)
        }
    }

    private mutating func select(
        _ selector: PathSelector,
        _ segment: PathSegment,
        of node: JSONNode,
        into selected: inout [JSONNode]
    ) throws(JSONPathError) {
        switch selector {
        case .step(let step):
            try visit(in: segment)
            if let child = node.child(step) { selected.append(child) }
        case .wildcard:
            try visit(node.value.childCount, in: segment)
            selected.append(contentsOf: node.children)
        case .slice(let slice):
            guard case .array(let elements) = node.value else { return }
            let places = slice.places(in: elements.count)
            try visit(places.underestimatedCount, in: segment)
            selected.append(contentsOf: places.compactMap { node.child(.index($0)) })
        case .filter(let condition):
            for child in node.children {
                try visit(in: segment)
                if try holds(condition, child.value, segment) { selected.append(child) }
            }
        }
    }

    /// Counts values that are looked at.
    mutating func visit(_ count: Int = 1, in segment: PathSegment) throws(JSONPathError) {
        visits += count
        if visits > Self.maximumVisits {
            throw error("it looks at more than 5,000,000 values", segment)
        }
    }

    private func error(_ reason: String, _ segment: PathSegment) -> JSONPathError {
        JSONPathError(reason, at: segment.place, in: text.unicodeScalars)
    }
}
