/// Why the store could not do what was asked.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: Sendable, Hashable {
        /// Another process holds the state folder.
        case held
        /// Another program has locked the database.
        case locked
        /// The file is not a database, or is damaged.
        case damaged
        /// The disk is full.
        case full
        /// The folder or the file cannot be written.
        case readOnly
        /// A later version of canary has written it.
        case newer
        /// Anything else: a fault of ours.
        case other
    }

    /// What kind it is.
    public let code: Code
    /// What was attempted and what came of it, in a sentence without its end.
    public let description: String
    /// What to do about it.
    public let help: String?

    /// Makes an error.
    public init(_ code: Code, _ description: String, help: String? = nil) {
        (self.code, self.description, self.help) = (code, description, help)
    }
}
