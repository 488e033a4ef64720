/// Finds schemas that apply themselves to the same value again, which would never end.
struct SchemaLoops {
    private enum Mark { case new, open, done }

    private let nodes: [SchemaNode]
    private var marks: [Mark]

    init(_ nodes: [SchemaNode]) {
        self.nodes = nodes
        marks = Array(repeating: .new, count: nodes.count)
    }

    /// Throws at the first such schema.
    mutating func check() throws(JSONSchemaError) {
        for start in nodes.indices where marks[start] == .new { try follow(from: start) }
    }

    /// Goes depth first, without taking stack for it.
    private mutating func follow(from start: Int) throws(JSONSchemaError) {
        var path: [(node: Int, next: [Int])] = [(start, nodes[start].inPlace)]
        marks[start] = .open
        while let (node, next) = path.last {
            guard let child = next.last else {
                marks[node] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].next.removeLast()
            switch marks[child] {
            case .done: continue
            case .open: throw error(node, child)
            case .new:
                marks[child] = .open
                path.append((child, nodes[child].inPlace))
            }
        }
    }

    private func error(_ node: Int, _ child: Int) -> JSONSchemaError {
        let target = nodes[child].pointer
        let place = target.isEmpty ? "the whole schema" : target
        let reason = "leads back to \(place) with the same value, without end"
        let keyword = nodes[node].reference == child ? "/$ref" : ""
        return JSONSchemaError(reason: reason, pointer: nodes[node].pointer + keyword)
    }
}
