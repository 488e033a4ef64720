public import CanaryModel

/// The DOM of a page at one moment (`snapshot.js`), from which ``html(redactedBy:)`` makes a file to look at.
public struct PageSnapshot: Sendable {
    private let pieces: [Piece]

    /// A part of the document, in the order of its HTML.
    private enum Piece: Sendable {
        case markup(String)
        /// The value of an attribute, not escaped.
        case value(String)
        /// A text, not escaped.
        case text(String)
        /// The document of a frame, as the value of its `srcdoc`.
        case frame(PageSnapshot)
    }

    /// The document as HTML, its secrets masked.
    ///
    /// They are looked for before anything is escaped: a frame in a frame is escaped three times. The texts of a
    /// document are read on as one, since a word may stand in several elements.
    public func html(redactedBy redactor: Redactor) -> String {
        redactor.redact(markup(redactedBy: redactor))  // names of elements and attributes, and styles, too
    }

    private func markup(redactedBy redactor: Redactor) -> String {
        var texts = redactor.redact(texts)[...]
        return pieces.reduce(into: "") { html, piece in
            switch piece {
            case .markup(let markup): html += markup
            case .value(let value): html += redactor.redact(value).escapedForHTML
            case .text: html += (texts.popFirst() ?? "").escapedForHTML
            case .frame(let document): html += document.markup(redactedBy: redactor).escapedForHTML
            }
        }
    }

    private var texts: [String] {
        pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}

extension PageSnapshot: Decodable {
    /// Decodes the pieces that the script tells: each a string that begins with its kind.
    public init(from decoder: any Decoder) throws {
        let written = try decoder.singleValueContainer().decode([String].self)
        var rest = written[...]
        self.init(&rest)
    }

    /// Takes the pieces of one document.
    private init(_ rest: inout ArraySlice<String>) {
        var pieces: [Piece] = []
        while let next = rest.popFirst(), next != "]" {
            let content = String(next.dropFirst())
            switch next.first {
            case "[": pieces.append(.frame(PageSnapshot(&rest)))
            case "v": pieces.append(.value(content))
            case "t": pieces.append(.text(content))
            default: pieces.append(.markup(content))
            }
        }
        self.pieces = pieces
    }
}

extension String {
    /// The text for HTML, between tags or in a quoted value.
    fileprivate var escapedForHTML: String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
