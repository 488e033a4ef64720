import CanaryModel

/// Takes strings with `${NAME}` apart.
struct InterpolationParser {
    let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads up to the end, or in a fallback up to its `}`.
    mutating func pieces(isFallback: Bool) throws(Interpolation.Malformed) -> [Interpolation.Piece] {
        var pieces: [Interpolation.Piece] = []
        var text: [UInt8] = []
        while index < bytes.count {
            if isFallback && bytes[index] == UInt8(ascii: "}") { break }
            if starts("$${") {
                text += Array("${".utf8)
                index += 3
            } else if starts("${") {
                if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
                text = []
                pieces.append(try variable())
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
        return pieces
    }

    private mutating func variable() throws(Interpolation.Malformed) -> Interpolation.Piece {
        let start = index
        index += 2
        let nameStart = index
        while index < bytes.count, Self.isNamePart(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
            index += 1
        }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
        var fallback: Interpolation?
        if Interpolation.isReference(name), starts(":-") {
            index += 2
            fallback = try nested(start)
        } else if let generated = try generated(name, from: nameStart, start) {
            return .generated(generated)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "}"), Interpolation.isReference(name) else {
            throw malformed(at: start)
        }
        index += 1
        return .variable(name: name, fallback: fallback, offset: start)
    }

    /// A value that is generated, where an argument stands behind its name; up to the `}` after it.
    private mutating func generated(
        _ name: String,
        from nameStart: Int,
        _ start: Int
    ) throws(Interpolation.Malformed) -> GeneratedValue? {
        let hasArgument = index < bytes.count && ":+-".utf8.contains(bytes[index])
        guard hasArgument, GeneratedValue.names.contains(name),
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        index = end + 1
        do throws(GeneratedValue.Mistake) {
            return try GeneratedValue(written: String(decoding: bytes[nameStart..<end], as: UTF8.self))
        } catch {
            throw Interpolation.Malformed(offset: start, message: error.reason)
        }
    }

    private mutating func nested(_ start: Int) throws(Interpolation.Malformed) -> Interpolation {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 20 else {
            throw Interpolation.Malformed(
                offset: start,
                message: "fallbacks are nested more than 20 levels deep"
            )
        }
        return Interpolation(pieces: try pieces(isFallback: true))
    }

    private func malformed(at start: Int) -> Interpolation.Malformed {
        let rest = bytes[start...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
            return Interpolation.Malformed(offset: start, message: "'${' without its '}'")
        }
        let text = TerminalText.quoted(String(decoding: rest[...end], as: UTF8.self), limit: 40)
        return Interpolation.Malformed(offset: start, message: "\(text) is not a variable")
    }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
