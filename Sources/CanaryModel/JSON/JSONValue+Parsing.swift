public import Foundation

extension JSONValue {
    /// Reads JSON (RFC 8259) with the digits of its numbers and the order of its members.
    ///
    /// A byte order mark is skipped. Of members with the same key the last one counts. What stands for a half of a character
    /// alone (`\ud800`) becomes U+FFFD.
    ///
    /// - Parameter data: The text, as UTF-8.
    /// - Throws: ``JSONSyntaxError`` for what is not JSON, is not UTF-8, or is nested more than 128 deep.
    public init(parsing data: Data) throws(JSONSyntaxError) {
        var parser = JSONParser(data)
        self = try parser.document()
    }
}
