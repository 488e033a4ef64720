/// Why a text is not a URL of a driver; says nothing of the user and password in it.
public struct DriverURLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and what is expected.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
