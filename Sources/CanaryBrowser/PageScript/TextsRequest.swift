/// What `shownTexts` (`texts.js`) is asked.
struct TextsRequest: Encodable, Sendable {
    /// The least number of characters without white space that are given; `nil`: the texts are given whole.
    let run: Int?
    /// Whether only the document itself is looked through, and only where those around it cannot.
    var isAlone = false
    /// Whether each text is given by itself.
    var isInParts = false
}
