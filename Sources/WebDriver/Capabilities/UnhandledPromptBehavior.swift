/// What the driver does with a dialog that is open when a command comes that is not about dialogs.
///
/// Source: [User prompts](https://www.w3.org/TR/webdriver2/#user-prompts).
public enum UnhandledPromptBehavior: Hashable, Sendable {
    /// One way for all dialogs, sent as a string.
    case all(PromptHandler)
    /// A way for each type, sent as a map; drivers of the first level of the specification refuse it.
    case each([PromptType: PromptHandler])

    /// A way to handle a dialog; `…AndNotify` makes the command fail with `unexpected alert open`.
    public enum PromptHandler: String, Codable, Sendable, CaseIterable {
        /// Closes it as "OK" does and goes on with the command.
        case accept
        /// Closes it as "Cancel" does and goes on with the command.
        case dismiss
        /// Closes it as "OK" does; the command was not done.
        case acceptAndNotify = "accept and notify"
        /// Closes it as "Cancel" does; the command was not done. The default.
        case dismissAndNotify = "dismiss and notify"
        /// Leaves it open; every command fails until it is answered.
        case ignore
    }

    /// A type of dialog.
    public enum PromptType: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
        /// `alert()`.
        case alert
        /// Leaving a page that asks whether one is sure.
        case beforeUnload
        /// `confirm()`.
        case confirm
        /// A file chooser.
        case file
        /// `prompt()`.
        case prompt
        /// All that are not named.
        case `default`
    }
}

extension UnhandledPromptBehavior: Codable {
    /// Decodes the string or the map.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let name = try? container.decode(String.self) {  // asks which of the two forms it is
            guard let handler = PromptHandler(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "unknown prompt handler '\(name)'"
                )
            }
            self = .all(handler)
        } else {
            self = .each(try container.decode([PromptType: PromptHandler].self))
        }
    }

    /// Encodes the string or the map.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .all(let handler): try container.encode(handler)
        case .each(let handlers): try container.encode(handlers)
        }
    }
}
