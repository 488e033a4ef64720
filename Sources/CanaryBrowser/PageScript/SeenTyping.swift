/// What became of keys that were sent to a field (`look.js`).
struct SeenTyping: Decodable, Sendable {
    /// What the field held before.
    let before: String
    /// What the page took out of it meanwhile, as a message that is sent.
    let gone: String
    /// What it holds now.
    var value: String
}
