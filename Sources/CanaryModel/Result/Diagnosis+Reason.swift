extension Diagnosis {
    /// Why a target or condition did not come to what was asked: a bounded set, for grouping.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nothing matches.
        case absent
        /// What matches is not visible.
        case hidden
        /// Another element lies over it.
        case covered
        /// It lets the pointer through to what is around or below it: `pointer-events: none`, a clipped shape.
        case passedThrough
        /// It is disabled.
        case disabled
        /// It cannot be edited.
        case readonly
        /// It did not come to rest.
        case moving
        /// More than one visible element matches.
        case ambiguous
        /// It left the document while it was acted on.
        case detached
        /// It lies where no scrolling brings it into view.
        case offscreen
        /// It is there, but should not be.
        case present
        /// It can be seen, but should not be.
        case visible
        /// It is enabled, but should not be.
        case enabled
        /// It is checked, but should not be.
        case checked
        /// It is not checked, but should be.
        case unchecked
        /// It is neither checked nor unchecked: mixed, as a box that stands for several.
        case mixed
        /// It has the focus, but should not.
        case focused
        /// The focus is elsewhere.
        case unfocused
        /// The value is not the one expected.
        case mismatch
        /// It is an element of the wrong kind for what was asked (`fill` on a `div`).
        case unsuitable
        /// It cannot take the focus.
        case unfocusable
        /// It takes one file only.
        case singleFile
        /// The list has no such option.
        case noOption
        /// The frame to look in was not found.
        case noFrame
        /// The script whose value was asked for threw.
        case threw
        /// What is read of a response is not as expected.
        case differs
        /// It cannot be read of a response, as where the body is not JSON.
        case unreadable
    }
}
