/// What the scripts are asked that suggest targets (`near.js`, `naming.js`, `narrowed.js`).
struct SuggestionRequest: Encodable, Sendable {
    /// What did not come to what was asked.
    let target: PageTarget
    /// How long they may look, in ms.
    let time: Int
    /// Whether it was looked for in the top document, and may be in a frame.
    let isInTop: Bool
    /// What an element must be for the action; `nil`: anything.
    let kind: String?
    /// Whether it is the text that is looked at.
    let isForText: Bool?
}
