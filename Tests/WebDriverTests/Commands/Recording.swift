import Foundation
import Testing

@testable import WebDriver

/// A command, the request that it has to make, and a reply of a driver with what it has to become.
struct Recording: Sendable, CustomTestStringConvertible {
    let command: String
    let method: String
    let path: String
    let isSessionCommand: Bool
    let body: Data?
    let expectedMethod: String
    let expectedPath: String
    let expectedBody: String?
    /// The reply's body, as the driver sent it.
    let reply: String
    /// Checks that the reply becomes the expected response.
    let checkResponse: @Sendable () throws -> Void
    /// Reads another reply of the driver.
    let read: @Sendable (String) throws -> Void

    var testDescription: String { command }

    /// - Parameters:
    ///   - command: The command.
    ///   - request: Method and path as they go over the wire, the session's id being `S`.
    ///   - body: The request's body, as JSON of any layout.
    ///   - reply: The reply's body, as the driver sent it.
    ///   - response: What the command has to answer.
    init<R: Equatable>(
        _ command: Command<R>,
        _ request: String,
        _ body: String? = nil,
        reply: String,
        response: R
    ) {
        let parts = request.split(separator: " ").map(String.init)
        self.command = command.name
        method = command.method.rawValue
        path = (command.isSessionCommand ? "/session/S" : "") + command.path.text
        isSessionCommand = command.isSessionCommand
        self.body = command.body
        expectedMethod = parts[0]
        expectedPath = parts[1]
        expectedBody = body
        self.reply = reply
        read = { _ = try command.decode(Data($0.utf8)) }
        checkResponse = {
            let decoded = try command.decode(Data(reply.utf8))
            #expect(decoded == response)
        }
    }

    static let null = #"{"value":null}"#
}

/// The same JSON in one layout, so that texts can be compared.
func canonicalJSON(_ text: Data) throws -> String {
    let value = try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed)
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
    return String(
        decoding: try JSONSerialization.data(withJSONObject: value, options: options),
        as: UTF8.self
    )
}
