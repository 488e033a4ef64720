import WebDriver

/// Which document a script ran in, and how it came (`wait.js`, `look.js`).
struct DocumentState: Decodable, Sendable {
    /// A navigation took the document away before the script could answer.
    var leaving: Bool?
    /// The script itself threw: the selector is not valid, or the page has broken what it needs.
    var broken: String?
    /// The URL of the document.
    var url: String?
    /// The title of the document.
    var title: String?
    /// Whether it is the top document.
    var isTop: Bool?
    /// Whether a frame around it is of another origin, so that only the client can tell what is outside.
    var isApart: Bool?
    /// Whether scripts of the page are switched off in it, so that no script can wait.
    var isScriptless: Bool?
    /// The document, by the moment that it began (`performance.timeOrigin`).
    var document: Double?
    /// How old the document was when the script ran, in ms.
    var age: Double?
    /// When the document took the place of the one before, as `document`; `nil`: not known.
    var come: Double?
    /// How many presses of the pointer and of keys the document has got; `nil`: not known.
    var inputs: Int?
    /// When the browser began to read the document, in ms since 1970; `nil`: the page does not tell.
    var reading: Double?
    /// The HTTP status of the document; `nil` where it did not come by HTTP.
    var status: Int?
    /// The address of the document that could not be loaded, where the browser shows its own error page in its place.
    var address: String?
    /// Whether the end of the document has not come yet, or never does since its loading was stopped.
    var isUnfinished: Bool?
    /// Whether it is still being read, or its deferred scripts have not run yet.
    var isComing: Bool?
    /// Whether all bytes of such a document are there, so that it waits for something else.
    var isReceived: Bool?
    /// Whether nothing was drawn yet of such a document, or of one that waits for what it needs.
    var isUndrawn: Bool?
    /// The URLs of stylesheets or of the script that the document waits for; empty where it is not known which, `nil`
    /// where it waits for none.
    var awaited: [String]?
    /// How long ago a navigation away from the document began, in ms; `nil` where none did.
    var sinceUnload: Double?
    /// What a click or a key would have hit in place of its element, and was kept from.
    var missed: String?
    /// The first field that a click found invalid, and its flaws.
    var invalid: String?
    /// What became of the keys that were sent to a field.
    var typed: SeenTyping?
    /// What a list shows in place of the option that was chosen.
    var replaced: String?
    /// What the button was let go over where the page moved or replaced an element while it was pressed, so that no
    /// click came to it.
    var lost: String?
}
