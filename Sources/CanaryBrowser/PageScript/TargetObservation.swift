import CanaryModel
import WebDriver

/// What `awaitTarget` (`examine.js`) saw: an element that is ready, or why none is.
struct SeenTarget: Decodable, Sendable {
    /// The element, where it is ready.
    var element: Element?
    /// Which of the target's alternatives it is, from 0.
    var alternative: Int?
    /// Why none is ready.
    var reason: Diagnosis.Reason?
    /// Whether the look was too short to tell the reason.
    var isUnproven: Bool?
    var matches: Int?
    var visible: Int?
    var elements: [String]?
    var coveredBy: String?
    var hiddenBy: String?
    var looks: Int?
    /// What was seen at the last look at which something matched, where nothing does now.
    var before: SeenEarlier?
    /// Milliseconds since the script began.
    var firstSeen: Double?
    var lastSeen: Double?

    /// Whether it moves on, and is ready all the same since it did so for most of the time.
    var isRestless: Bool?
    /// The point in the viewport to press.
    var point: SeenPoint?
    /// The root of its document, which is there for as long as that is.
    var root: Element?
    /// The frame that it is, where a frame was looked for.
    var frame: SeenFrame?

    /// How `fill` puts a value in: `text`, `set` or `html`.
    var editing: String?
    /// Whether the field that `fill` is for holds one line: a line break in keys would submit its form.
    var isOneLine: Bool?
    /// What was read.
    var actual: String?
    /// Whether the box is checked, or the option selected.
    var checked: Bool?
    /// Whether the box is one of the browser's own.
    var isNative: Bool?
    /// The form control that the element stands for.
    var control: Element?
    /// Whether the file input takes a folder with all that is in it, and no files.
    var takesFolder: Bool?
    /// Whether it lies in a closed shadow tree and has the focus: the driver can send no keys to it itself.
    var isUnknown: Bool?
    /// The option that was asked for.
    var option: Element?
}

/// Why a target was not ready while it was there.
struct SeenEarlier: Decodable, Sendable {
    var reason: Diagnosis.Reason?
    /// Whether the look was too short to tell the reason.
    var isUnproven: Bool?
    var elements: [String]?
    var coveredBy: String?
    var hiddenBy: String?
    var visible: Int?
    var matches: Int?
}

extension SeenEarlier {
    /// What is kept of a look at which something matched; `nil` where nothing did, or it told no reason.
    init?(_ seen: SeenTarget) {
        guard seen.matches ?? 0 > 0, seen.reason != .absent else { return nil }
        self.init(
            reason: seen.reason,
            isUnproven: seen.isUnproven,
            elements: seen.elements,
            coveredBy: seen.coveredBy,
            hiddenBy: seen.hiddenBy,
            visible: seen.visible,
            matches: seen.matches
        )
    }
}

/// A target as it was seen, and where.
typealias TargetObservation = Answer<SeenTarget>
