// What the DevTools protocol is asked of the accessibility tree, and answers.

/// The answer of `DOM.getDocument`.
struct DOMRoot: Decodable, Sendable {
    struct Node: Decodable { let backendNodeId: Int }
    let root: Node
}

/// The parameters of `Accessibility.queryAXTree`.
struct AccessibilityQuery: Encodable {
    let backendNodeId: Int
    /// `nil`: any.
    let role: String?
}

/// The parameters of `Accessibility.getPartialAXTree`.
struct PartialAccessibilityQuery: Encodable {
    let backendNodeId: Int
    let fetchRelatives = false
}

/// The answer of `Accessibility.queryAXTree` and `Accessibility.getPartialAXTree`.
struct AccessibilityNodes: Decodable, Sendable {
    struct Name: Decodable { let value: String? }
    struct Node: Decodable {
        let role: Name?
        let name: Name?
        let backendDOMNodeId: Int?
        /// Whether assistive technology does not get to know it.
        let ignored: Bool?

        /// The accessible name; empty where there is none.
        var text: String { name?.value ?? "" }
    }
    let nodes: [Node]
}
