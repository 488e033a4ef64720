/// Whether a regular expression matches in a text.
struct PatternMatch: Decodable, Sendable {
    /// Whether it does; `nil` where it is not valid.
    let isMatch: Bool?
    /// Why it is not valid, in the browser's words.
    let mistake: String?
}
