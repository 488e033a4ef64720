import CanaryModel

/// A string of a flow file with its variables put in.
struct ExpandedText: Hashable {
    /// The text; marks (see `SavedReference`) stand where a saved value goes.
    var text: String
    /// The string as the file has it.
    let written: String
    /// Whether it is a URL.
    var isURL = false
    /// Whether the value of a secret is in it.
    var holdsSecret = false
    /// Whether a value is in it that is only known while the flow runs.
    var holdsSaved = false
    /// The values in it that the flow makes for itself.
    var generated: Set<GeneratedValue> = []
    /// Whether a value that is not there is among these.
    var isIncomplete = false

    /// Whether it was given up since it became too long.
    var isTooLong = false

    /// The longest that a text may become by its variables, in bytes.
    static let maximumLength = 1 << 20

    /// Whether all of it is known and may be shown.
    var isKnown: Bool { !holdsSecret && !holdsSaved }

    /// The text for messages: as written where it holds a secret or a mark.
    var shown: String { isKnown ? text : written }
}
