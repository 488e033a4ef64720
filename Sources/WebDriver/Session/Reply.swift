import Foundation

/// The reading of replies: `{"value": …}`.
enum Reply {
    /// The response in a successful reply; of ``Nothing`` no more is asked than that it is an object.
    static func decode<Response: Decodable>(_ type: Response.Type, from body: Data) throws -> Response {
        if let nothing = Nothing() as? Response, body.first == UInt8(ascii: "{") { return nothing }
        return try JSONText.decoder.decode(Envelope<Response>.self, from: body).value
    }

    private struct Envelope<Value: Decodable>: Decodable {
        let value: Value
    }

    /// What a driver says went wrong; `nil` where the body says no such thing.
    static func failure(in body: Data) -> Failure? {
        try? JSONText.decoder.decode(Envelope<Failure>.self, from: body).value  // asks whether it is one
    }

    /// Whether it is worth looking for a failure in a reply with status 200.
    ///
    /// A failure is its error's name, a message and a stack trace: what is bigger is none. The search takes 2 µs for
    /// 200 bytes, where that of the standard library takes 90.
    static func mayHoldFailure(_ body: Data) -> Bool {
        body.count < 16_384 && body.range(of: errorKey) != nil
    }

    private static let errorKey = Data("\"error\"".utf8)

    /// A failure as drivers report it; everything but its name may be missing.
    struct Failure: Decodable {
        let error: String
        let message: String?
        let data: AlertData?
        /// Whether it has all that the specification asks for, and its name is one of those known.
        let isComplete: Bool

        private enum CodingKeys: CodingKey { case error, message, stacktrace, data }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            error = try container.decode(String.self, forKey: .error)
            message = try? container.decode(String.self, forKey: .message)  // of another type: none
            data = try? container.decode(AlertData.self, forKey: .data)
            let isKnown = WebDriverError.Code.wireNames.contains { [error] in $0.name == error }
            isComplete = isKnown && message != nil && container.contains(.stacktrace)
        }
    }

    /// What comes with `unexpected alert open`.
    struct AlertData: Decodable {
        let text: String?
    }
}
