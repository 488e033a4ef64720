import Foundation
import WebDriver

/// The parameters of the DevTools protocol's `Runtime.callFunctionOn`.
struct WorldCall: Encodable {
    let functionDeclaration: String
    let executionContextId: Int
    let arguments: [Argument]
    let awaitPromise = true
    let returnByValue: Bool?
    let serializationOptions: Serialization?

    enum Argument: Encodable {
        case text(String), number(Int), flag(Bool)

        private enum CodingKeys: CodingKey { case value }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            switch self {
            case .text(let text): try container.encode(text, forKey: .value)
            case .number(let number): try container.encode(number, forKey: .value)
            case .flag(let flag): try container.encode(flag, forKey: .value)
            }
        }
    }

    /// How a list is written, nodes in it by the browser's numbers.
    struct Serialization: Encodable {
        let serialization = "deep"
        let maxDepth = 1
        let additionalParameters = ["maxNodeDepth": 0]
    }

    /// A call of a script, which is sent along where the world does not keep it yet.
    init(_ script: OwnScript, _ arguments: String, in world: World) {
        let isKept = world.scripts.contains(script.name)
        functionDeclaration = isKept ? OwnScript.running : script.keeping
        executionContextId = world.context
        self.arguments =
            [.text(script.name), .text(arguments), .number(world.token)]
            + (isKept ? [] : [.flag(world.isNew)])
        returnByValue = script.tellsElements ? nil : true
        serializationOptions = script.tellsElements ? Serialization() : nil
    }
}

/// What such a call came to.
struct WorldReply: Decodable, Sendable {
    enum Outcome: Sendable {
        /// The answer as JSON, with the world's numbers for the elements in it, and those.
        case answer(String, told: [String], nodes: [ToldNode])
        /// An element of the arguments is no longer in its document.
        case stale
        /// It ran elsewhere: the world has gone.
        case elsewhere
        /// The script threw.
        case thrown(String)
    }

    let outcome: Outcome

    private enum CodingKeys: CodingKey { case result, exceptionDetails }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let details = try container.decodeIfPresent(Details.self, forKey: .exceptionDetails) {
            outcome = .thrown(details.exception?.description ?? details.text ?? "")
            return
        }
        let result = try container.decode(Result.self, forKey: .result)
        if let text = result.value {
            outcome = .answer(text, told: [], nodes: [])
        } else if case .list(let items) = result.deepSerializedValue?.value, items.count >= 2,
            case .text(let text) = items[0].value, case .text(let numbers) = items[1].value
        {
            let nodes = items.dropFirst(2).compactMap {
                if case .node(let node) = $0.value { node } else { nil }
            }
            outcome = .answer(text, told: numbers.split(separator: ",").map(String.init), nodes: nodes)
        } else {
            outcome = result.type == "undefined" ? .elsewhere : .stale
        }
    }

    private struct Result: Decodable {
        let type: String
        let value: String?
        let deepSerializedValue: Deep?
    }

    private struct Details: Decodable {
        struct Exception: Decodable { let description: String? }
        let text: String?
        let exception: Exception?
    }

    /// A value of the serialization `deep`.
    private struct Deep: Decodable {
        enum Value {
            case text(String)
            case list([Deep])
            case node(ToldNode)
        }

        let value: Value?

        private enum CodingKeys: CodingKey { case type, value }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            value =
                switch try container.decode(String.self, forKey: .type) {
                case "string": .text(try container.decode(String.self, forKey: .value))
                case "array": .list(try container.decode([Deep].self, forKey: .value))
                case "node": .node(try container.decode(ToldNode.self, forKey: .value))
                default: nil
                }
        }
    }
}
