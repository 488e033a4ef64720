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
    /// How long ago a navigation away from the document began, in ms; `nil` where none did.
    var sinceUnload: Double?
}
