/// What has the role or label of a target, and is not in the accessibility tree.
struct SeenHidden: Decodable, Sendable {
    /// The visible ones, or, where there are none, all; as short HTML.
    let elements: [String]
    let matches: Int
    let visible: Int
    /// What lies over the first of them.
    let coveredBy: String?
    /// What keeps the first of them from being seen.
    let hiddenBy: String?
}
