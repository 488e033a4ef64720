public import Foundation

/// One command of the protocol: what is sent, and what its reply is decoded to.
///
/// The endpoints are static members, so that a call reads `session.send(.getTitle, deadline: …)`; the type
/// of the response follows from the endpoint. A command is a value: it can be made once and sent often.
///
/// Source: [Endpoints](https://www.w3.org/TR/webdriver2/#endpoints).
public struct Command<Response: Decodable & Sendable>: Sendable {
    /// The HTTP method.
    public let method: CommandMethod
    /// The path: after `/session/{session id}`, or after the driver's base URL; see ``isSessionCommand``.
    public let path: CommandPath
    /// Whether the path follows `/session/{session id}`.
    public let isSessionCommand: Bool
    /// The JSON text that is sent, encoded once; `nil` for GET and DELETE.
    public let body: Data?
    /// Why the parameters could not be encoded; sending the command throws it as `invalid argument`.
    let encodingFailure: String?
    /// Makes the response of a successful reply's body.
    private(set) var decode: @Sendable (Data) throws -> Response

    /// Makes a command without a body of its own: POST sends `{}`, which every POST needs.
    public init(_ method: CommandMethod, _ path: CommandPath, isSessionCommand: Bool = true) {
        self.init(method, path, isSessionCommand, .success(method == .post ? Data("{}".utf8) : nil))
    }

    /// Makes a POST command with these parameters as its body.
    ///
    /// Parameters that cannot be encoded (a number that is not finite) make sending it fail.
    public init(post path: CommandPath, isSessionCommand: Bool = true, _ parameters: some Encodable) {
        self.init(.post, path, isSessionCommand, Result { try JSONText.encode(parameters) })
    }

    /// Makes a POST command whose body is already JSON text.
    init(post path: CommandPath, body: Result<Data, any Error>) {
        self.init(.post, path, true, body.map(\.self))
    }

    private init(
        _ method: CommandMethod,
        _ path: CommandPath,
        _ isSessionCommand: Bool,
        _ body: Result<Data?, any Error>
    ) {
        self.method = method
        self.path = path
        self.isSessionCommand = isSessionCommand
        self.decode = { try Reply.decode(Response.self, from: $0) }
        switch body {
        case .success(let data): (self.body, encodingFailure) = (data, nil)
        case .failure(let error): (self.body, encodingFailure) = (nil, CodingFailure.words(for: error))
        }
    }

    /// Makes the same command with another way to read its reply.
    func decoding(_ decode: @escaping @Sendable (Data) throws -> Response) -> Self {
        var command = self
        command.decode = decode
        return command
    }

    /// The command for people: `POST /session/{session id}/element/{element id}/click`.
    public var name: String {
        "\(method.rawValue) \(isSessionCommand ? "/session/{session id}" : "")\(path.template)"
    }
}
