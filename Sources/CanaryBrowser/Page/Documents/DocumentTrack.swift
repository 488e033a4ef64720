/// What is known of the top documents that come one after the other: where the page is, what it has drawn, and whether it
/// is going to another one.
struct DocumentTrack {
    /// Where the last look at the top document was.
    var place: DocumentState? {
        didSet {
            lookedAt = .now
            guard let place else { return }
            if let document = place.document, document != last { (last, count) = (document, count + 1) }
            if place.isUndrawn == true, place.awaited != nil { undrawnDocument = place.document }
        }
    }
    /// The top document that was seen last.
    private var last: Double?
    /// How many top documents have come since an action or a check began.
    private(set) var count = 0
    /// How often a document was gone before a look at it was over, since then.
    private(set) var lost = 0
    /// When the last look was.
    private(set) var lookedAt = ContinuousClock.now
    /// Whether a picture was taken since that look, or another one.
    var isDrawn = false
    /// The document for the rest of which a condition that held already has waited in vain.
    var unreadDocument: Double?
    /// The document that broke off before anything of it was drawn; nothing of it ever is.
    var undrawableDocument: Double?
    /// The document of which nothing was drawn when it was last looked at, since something it needs had not come.
    var undrawnDocument: Double?
    /// Such a document for which a picture has waited in vain.
    var overdueDocument: Double?
    /// The clock of the page's documents.
    var clock = PageClock()
    /// Since when the page may be going to another document, for what was done; `nil`: it is not.
    private(set) var leavingSince: ContinuousClock.Instant?
    /// Whether the page may be going to another document.
    var mayBeLeaving: Bool {
        get { leavingSince != nil }
        set { leavingSince = newValue ? leavingSince ?? .now : nil }
    }
    /// Whether it was told to go to another document, which has not come yet.
    var isGoing = false
    /// Whether a page has been opened.
    var hasOpened = false

    /// Counts documents from here on.
    mutating func beginCount() { (count, lost) = (0, 0) }

    /// Counts a document that was gone before a look at it was over.
    mutating func lose() { lost += 1 }
}
