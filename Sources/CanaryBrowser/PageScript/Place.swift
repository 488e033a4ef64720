/// Which document a script ran in, and how it came (`look.js`).
struct Place: ScriptAnswer {
    var leaving: Bool?
    var broken: String?
    var url: String?
    var title: String?
    var isTop: Bool?
    var document: Double?
    /// The HTTP status of the document; `nil` where it did not come by HTTP.
    var status: Int?
    /// What the browser's own error page gives as the reason (`ERR_TOO_MANY_REDIRECTS`).
    var errorCode: String?
    /// How long ago a navigation away from the document began, in ms; `nil` where none did.
    var sinceUnload: Double?
}
