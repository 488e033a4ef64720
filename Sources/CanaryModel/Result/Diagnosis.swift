/// Why a target or a condition did not come to what was asked of it, and what was seen instead.
///
/// CanaryBrowser makes it; it knows nothing of steps. Times are milliseconds since the wait began.
public struct Diagnosis: Sendable, Hashable, Codable {
    /// The target, for whoever shows it in a picture; not part of what is written, and `nil` where that was read.
    public var failedTarget: Target?
    /// The target as written; `nil` for conditions on the page itself (`title`, `url`).
    public var target: String?
    /// The name given by `as`.
    public var name: String?
    /// What was asked, in words: `to be visible`, `to be clickable`, `to have a text that contains "42"`.
    public var wanted: String
    /// Why it did not come to that.
    public var reason: Reason
    /// What was seen in place of the expected value, for comparisons.
    public var actual: String?
    /// What it was to be, where it was to be equal to a text.
    public var expected: String?
    /// The number of matches at the last look.
    public var matches: Int
    /// How many of these were visible.
    public var visibleMatches: Int
    /// The first few matches as short HTML (`<button id="a" class="b">`), at most 5.
    public var elements: [String]
    /// The element that would have received the click, as short HTML.
    public var coveredBy: String?
    /// What keeps the first match from being seen, in words (`display: none of <div id="a">`).
    public var hiddenBy: String?
    /// What the target is to be within, as written, where nothing matched that either.
    public var absentPlace: String?
    /// Whether nothing matched on a page that has closed shadow roots, into which only roles and labels are looked up.
    public var hasClosedTrees: Bool?
    /// When a match was first seen, in ms; `nil`: never.
    public var firstSeen: Int?
    /// When a match was last seen, in ms; `nil`: never.
    public var lastSeen: Int?
    /// When the last of what was there left, in ms: the reason is why it was not as wanted until then.
    public var goneAfter: Int?
    /// When it first was as wanted, in ms, while other conditions were not; `nil`: never.
    public var heldFrom: Int?
    /// When it last was so, in ms.
    public var heldUntil: Int?
    /// The text that is there where one that is quoted, and so must be the same, is not: without the quotes it matches.
    public var unquoted: String?
    /// When it came after all, in ms, too late to count; then there are no suggestions.
    public var appearedAfter: Int?
    /// How long was looked, in ms.
    public var waited: Int
    /// How often was looked.
    public var looks: Int
    /// The URL of the page at the last look.
    public var url: String?
    /// The title of the page at the last look.
    public var title: String?
    /// The frames looked in, from outer to inner, as written.
    public var frame: [String]
    /// Selectors that match exactly one visible element near to what was asked, best first.
    public var suggestions: [String]
    /// Where the condition stands in its file; `nil`: where its step does.
    public var position: SourcePosition?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case target, name, wanted, reason, actual, expected, matches, visibleMatches, elements, coveredBy,
            hiddenBy, absentPlace, hasClosedTrees, firstSeen, lastSeen, goneAfter, heldFrom, heldUntil,
            unquoted, appearedAfter, waited, looks, url, title, frame, suggestions, position
    }

    /// Makes a diagnosis of a target, or of the page itself.
    public init(of target: Target?, name: String? = nil, wanted: String, reason: Reason) {
        self.init(target: target?.written, name: name, wanted: wanted, reason: reason)
        failedTarget = target
    }

    /// Makes a diagnosis; what is left out was not seen.
    public init(
        target: String?,
        name: String? = nil,
        wanted: String,
        reason: Reason,
        actual: String? = nil,
        expected: String? = nil,
        matches: Int = 0,
        visibleMatches: Int = 0,
        elements: [String] = [],
        coveredBy: String? = nil,
        hiddenBy: String? = nil,
        absentPlace: String? = nil,
        firstSeen: Int? = nil,
        lastSeen: Int? = nil,
        appearedAfter: Int? = nil,
        waited: Int = 0,
        looks: Int = 0,
        url: String? = nil,
        title: String? = nil,
        frame: [String] = [],
        suggestions: [String] = [],
        position: SourcePosition? = nil
    ) {
        self.target = target
        self.name = name
        self.wanted = wanted
        self.reason = reason
        self.actual = actual
        self.expected = expected
        self.matches = matches
        self.visibleMatches = visibleMatches
        self.elements = elements
        self.coveredBy = coveredBy
        self.hiddenBy = hiddenBy
        self.absentPlace = absentPlace
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.appearedAfter = appearedAfter
        self.waited = waited
        self.looks = looks
        self.url = url
        self.title = title
        self.frame = frame
        self.suggestions = suggestions
        self.position = position
    }
}
