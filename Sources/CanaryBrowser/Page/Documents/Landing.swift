public import CanaryModel

/// The document that a page has come to, by how it came.
public struct Landing: Sendable, Hashable {
    /// Which document it is.
    let document: Double?
    /// Its address; where the browser shows its own error page, that of the document which could not be loaded.
    public let url: String
    /// Its HTTP status; `nil` where it did not come by HTTP.
    public let status: Int?
    /// Whether the browser shows its own error page in its place.
    public let isErrorPage: Bool
    /// Whether its end has not come yet, or never does.
    public let isUnfinished: Bool

    /// When the browser began to read it, in ms since 1970.
    private let reading: Double?

    /// When the navigation to it began; `nil` where the page does not tell.
    public var began: Timestamp? { Self.time(document) }

    /// When the browser began to read it: what went wrong before did so in the document before it, which the navigation
    /// may have taken requests from; `nil` where the page does not tell.
    public var cameAt: Timestamp? { Self.time(reading) }

    private static func time(_ milliseconds: Double?) -> Timestamp? {
        // Milliseconds since 1970; what has another clock tells a few seconds, or a fraction of one.
        guard let milliseconds, milliseconds > 1e12, milliseconds < 1e14 else { return nil }
        return Timestamp(milliseconds: Int(milliseconds))
    }

    /// Whether it is the same document, loaded once; what is still being read may become another in the same window.
    public func isSame(as other: Landing?) -> Bool {
        document == other?.document && status == other?.status && isErrorPage == other?.isErrorPage
    }

    init(_ place: DocumentState) {
        (document, reading) = (place.document, place.reading)
        isErrorPage = place.url?.hasPrefix("chrome-error:") == true
        url = (isErrorPage ? place.address : nil) ?? place.url ?? ""
        status = place.status
        isUnfinished = place.isUnfinished == true
    }
}
