/// What `mask` (`mask.js`) is asked.
struct MaskRequest: Encodable, Sendable {
    var targets: [PageTarget] = []
    /// Texts as they stand in the page.
    var secrets: [String] = []
    /// Parts of the view that are painted over.
    var boxes: [Box] = []
    /// Whether frames of other origins are painted over whole.
    var coversFrames = false
    /// Whether only the document itself is looked through, not those in its frames.
    var isAlone = false
}
