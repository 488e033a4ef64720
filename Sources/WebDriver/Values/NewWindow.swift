/// A window that was opened, and what it became.
public struct NewWindow: Decodable, Hashable, Sendable {
    /// What can be asked for; the browser decides.
    public enum Kind: String, Codable, Sendable {
        /// A tab.
        case tab
        /// A window.
        case window
    }

    /// The new window, which is not the current one yet.
    public let handle: WindowHandle
    /// What it became.
    public let type: Kind
}
