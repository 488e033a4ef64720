/// The secrets that a page shows, and where.
struct VisibleSecrets: Sendable {
    /// In the top document and in those that it can look into, as they stand there.
    var texts: [String] = []
    /// In closed shadow trees: the parts of the view in which they stand.
    var boxes: [Box] = []
    /// In frames of other origins: what stands there, by frame.
    var frames: [(frame: String, texts: [String])] = []
    /// Whether there are frames of other origins that could not be looked into, so that all are painted over whole.
    var coversFrames = false

    /// Whether anything in the top document is to be painted over.
    var isInTop: Bool { !texts.isEmpty || !boxes.isEmpty || coversFrames }
    /// Whether there is nothing to be painted over.
    var isEmpty: Bool { !isInTop && frames.isEmpty }
}
