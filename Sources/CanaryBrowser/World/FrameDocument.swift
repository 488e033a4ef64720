/// A document in a frame, as the DevTools protocol names it.
struct FrameDocument: Hashable {
    /// The frame, which may get another document.
    let frame: String
    /// What loaded this one.
    let loader: String
}
