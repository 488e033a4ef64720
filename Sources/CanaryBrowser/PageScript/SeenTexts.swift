/// What stands in documents as text or value (`texts.js`).
struct SeenTexts: Decodable, Sendable {
    /// The texts, a line each and then joined, where they are given whole; otherwise runs of both, a line each.
    let text: String
    /// The texts in their order, where each is asked for.
    let parts: [String]?
    /// How many frames the documents have.
    let frames: Int
    /// How many of these are of another origin.
    let foreign: Int
    /// How many of these can be seen.
    let closed: Int
    /// How many nodes were looked through: elements, texts and comments.
    let nodes: Int
    /// Whether the documents around this one, which was asked alone, can look into it; then it told nothing.
    let isOpen: Bool?
}
