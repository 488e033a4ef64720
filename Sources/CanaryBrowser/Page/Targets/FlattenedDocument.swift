/// All documents that a page's own process draws, as a list of nodes (`DOM.getFlattenedDocument`).
///
/// A tree as deep as the documents are would be more than the driver can read.
struct FlattenedDocument: Decodable, Sendable {
    struct Parameters: Encodable {
        let depth = -1
        let pierce = true
    }

    struct Node: Decodable, Sendable {
        let nodeId: Int
        let parentId: Int?
        let backendNodeId: Int
        let nodeType: Int
        let localName: String
        let nodeValue: String
        /// Names and values in turn.
        let attributes: [String]?
        let shadowRoots: [Root]?
        let contentDocument: Root?
    }

    /// The root of a tree inside a node.
    struct Root: Decodable, Sendable {
        let nodeId: Int
        let shadowRootType: String?
    }

    let nodes: [Node]

    /// The texts inside closed shadow trees, without those of password fields.
    ///
    /// The value of a field is a text too, in the browser's own shadow tree of the field.
    private var closedTexts: [Node] {
        let tree = nodes.reduce(into: Tree()) { $0.add($1) }
        return nodes.filter { $0.nodeType == 3 && tree.isClosedText($0.nodeId) }
    }

    /// Those of these texts that hold a secret, alone or with what stands beside them, as one word of which a part is
    /// bold.
    func closedTexts(holding search: SecretSearch) -> [Node] {
        let texts = closedTexts
        let joined = texts.map(\.nodeValue).joined()
        let ranges = search.secrets(in: joined).flatMap { joined.utf8Ranges(of: $0) }
        var begin = 0
        return texts.filter { node in
            let range = begin..<begin + node.nodeValue.utf8.count
            begin = range.upperBound
            return ranges.contains { $0.overlaps(range) } || !search.secrets(in: node.nodeValue).isEmpty
        }
    }

    /// What lies in what.
    private struct Tree {
        private var parents: [Int: Int] = [:]
        private var closedRoots: Set<Int> = []
        private var passwordFields: Set<Int> = []

        mutating func add(_ node: Node) {
            if let parent = node.parentId { parents[node.nodeId] = parent }
            for root in (node.shadowRoots ?? []) + [node.contentDocument].compactMap(\.self) {
                parents[root.nodeId] = node.nodeId
                if root.shadowRootType == "closed" { closedRoots.insert(root.nodeId) }
            }
            if node.isPasswordField { passwordFields.insert(node.nodeId) }
        }

        func isClosedText(_ text: Int) -> Bool {
            var isClosed = false
            var next = parents[text]
            while let node = next {
                if passwordFields.contains(node) { return false }
                if closedRoots.contains(node) { isClosed = true }
                next = parents[node]
            }
            return isClosed
        }
    }
}

extension FlattenedDocument.Node {
    fileprivate var isPasswordField: Bool {
        guard localName == "input", let attributes else { return false }
        return stride(from: 0, to: attributes.count - 1, by: 2).contains {
            attributes[$0] == "type" && attributes[$0 + 1].lowercased() == "password"
        }
    }
}
