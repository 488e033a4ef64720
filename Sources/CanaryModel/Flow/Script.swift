/// JavaScript to run in the page.
public struct Script: Sendable, Hashable {
    /// The body of a function; `return` gives the result, `await` is allowed.
    public let source: String
    /// The function's `arguments`.
    public let args: [JSONValue]
    /// The variable that takes the result.
    public let save: String?

    /// Makes a script.
    public init(source: String, args: [JSONValue] = [], save: String? = nil) {
        self.source = source
        self.args = args
        self.save = save
    }
}
