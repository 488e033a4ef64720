package import CanaryModel

extension JSONPath {
    /// Up to three paths of what a document does have and was probably meant, in their short form.
    ///
    /// None for a path that selects something, that has more than names and indexes, or more than 20 of
    /// them. It looks at 20,000 values of the document at most.
    package func nearest(in root: JSONValue) -> [String] {
        guard let steps = query.steps, !steps.isEmpty, steps.count <= 20 else { return [] }
        var node: JSONNode? = JSONNode(root)
        for step in steps { node = node?.child(step) }
        if node != nil { return [] }
        var search = NearestSearch(for: steps)
        search.run(in: root)
        return search.best(3)
    }
}
