/// Something that went wrong on a page before a check failed there, and may be why.
public struct Cause: Sendable, Hashable, Codable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The document was answered with a status of 400 or more.
        case document
        /// A request of the page failed, or was answered with a status of 400 or more.
        case request
        /// An error of the page's scripts that nothing caught.
        case pageError
        /// an error that a script wrote to the console.
        case console
        /// An alert that the page shows.
        case alert
        /// A field that the page or the browser holds to be invalid.
        case field
    }

    /// What it is.
    public var kind: Kind
    /// What happened, a clause without a full stop: `POST https://… answered 500 Internal Server Error`.
    public var message: String

    /// Makes a cause.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
