/// What `flawsOf` (`flaws.js`) is asked.
struct FlawsRequest: Encodable, Sendable {
    /// How many of a kind are wanted at the most.
    let most: Int
    /// The longest text that is wanted, in characters.
    let longest: Int
}
