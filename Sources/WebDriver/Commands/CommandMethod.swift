/// An HTTP method of the protocol.
public enum CommandMethod: String, Sendable, Hashable {
    /// Reads something and changes nothing.
    case get = "GET"
    /// Does something; always has a JSON object as its body.
    case post = "POST"
    /// Ends or removes something.
    case delete = "DELETE"
}
