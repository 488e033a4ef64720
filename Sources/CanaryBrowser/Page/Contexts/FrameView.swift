/// How the frames that a session is in look from outside, as was seen on the way into them.
struct FrameView {
    /// Whether one of them is hidden.
    private(set) var isHidden = false
    /// Whether a person cannot see one of them, whatever is scrolled.
    private(set) var isUnseen = false
    /// Where a point of the innermost lies in the top document's viewport.
    private(set) var map = FrameMap.identity
    /// Whether the innermost document cannot see them all itself: one is of another origin.
    var isApart = false
    /// Whether nothing has been done since that may have changed how they look.
    var isFresh = true

    /// Whether the frames must be looked at once more before what is in the innermost is judged.
    var isOutdated: Bool { isApart && !isFresh }

    /// Takes in a frame on the way, from outer to inner.
    mutating func enter(_ frame: SeenFrame) {
        isHidden = isHidden || frame.isHidden
        isUnseen = isUnseen || frame.isUnseen
        map = map.around(frame.map)
    }
}
