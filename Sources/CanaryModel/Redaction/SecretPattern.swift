import Foundation

/// One form of a secret to look for: its text, or a part of its base64.
struct SecretPattern: Sendable {
    /// What to find, in any escaping.
    let bytes: [UInt8]
    /// Whether the base64 character before the match holds bits of the secret too.
    private(set) var reachesBack = false
    /// Whether the base64 character after it does.
    private(set) var reachesOn = false

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// Every form of `secret` to look for; none where it is empty.
    static func patterns(for secret: String) -> [SecretPattern] {
        let normalized = secret.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // Not encoded in a URL, a `+` reaches a site as a space.
        let read = normalized.replacing("+", with: " ")
        let texts = Set(
            [secret, normalized, read].filter { !$0.isEmpty }.flatMap(canonicalForms).map { Array($0.utf8) }
        )
        return texts.flatMap { bytes in
            [SecretPattern(String(decoding: bytes, as: UTF8.self))]
                + (0..<3).flatMap { base64Patterns(of: bytes, alignment: $0) }
        }
    }

    /// The same text with its accents as one character and as two: equal as `String`s, other bytes.
    private static func canonicalForms(of text: String) -> [String] {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return [text] }
        return [text, text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping]
    }

    /// The base64 characters that `bytes` alone determine where `alignment` bytes stand before them in their triple.
    ///
    /// Fewer than 4 such characters are not looked for: they would be found everywhere.
    private static func base64Patterns(of bytes: [UInt8], alignment: Int) -> [SecretPattern] {
        let padded = [UInt8](repeating: 0, count: alignment) + bytes
        let start = (alignment * 8 + 5) / 6
        let end = padded.count * 8 / 6
        guard end - start >= 4 else { return [] }
        let text = String(Data(padded).base64EncodedString().prefix(end).dropFirst(start))
        let urlSafe = String(text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        return Set([text, urlSafe]).map { form in
            var pattern = SecretPattern(form)
            pattern.reachesBack = alignment > 0
            pattern.reachesOn = padded.count % 3 != 0
            return pattern
        }
    }

    /// The range of the pattern where it begins at `start`, in any escaping.
    ///
    /// `deadEnds` is what earlier matches of the pattern in the same text learned.
    func match(
        in text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        _ deadEnds: inout Set<DeadEnd>
    ) -> Range<Int>? {
        guard var end = end(from: start, matched: 0, in: text, &deadEnds) else { return nil }
        var start = start
        if reachesBack, start > 0, text[start - 1].isBase64 { start -= 1 }
        if reachesOn {
            if end < text.count, text[end].isBase64 { end += 1 }
            while end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
        }
        return start..<end
    }

    /// A place in the text and in the pattern from which no match follows.
    struct DeadEnd: Hashable {
        fileprivate let offset: Int
        fileprivate let matched: Int
    }

    /// Where the match ends whose first `matched` bytes end at `offset`.
    private func end(
        from offset: Int,
        matched: Int,
        in text: UnsafeBufferPointer<UInt8>,
        _ deadEnds: inout Set<DeadEnd>
    ) -> Int? {
        var offset = offset
        var matched = matched
        while matched < bytes.count {
            guard offset < text.count else { return nil }
            if EscapeReading.isIntroducer(text[offset]) {
                return branch(from: offset, matched: matched, in: text, &deadEnds)
            }
            guard text[offset] == bytes[matched] else { return nil }
            offset += 1
            matched += 1
        }
        return offset
    }

    /// Goes on where the text may be read as an escape or as it is.
    ///
    /// The dead ends keep a run of backslashes, each of which can be read in several ways, from costing exponential
    /// time. Only where there were several ways is one kept: no text without a part of the secret costs memory.
    private func branch(
        from offset: Int,
        matched: Int,
        in text: UnsafeBufferPointer<UInt8>,
        _ deadEnds: inout Set<DeadEnd>
    ) -> Int? {
        let place = DeadEnd(offset: offset, matched: matched)
        guard deadEnds.isEmpty || !deadEnds.contains(place) else { return nil }
        var next: [(offset: Int, matched: Int)] = []
        EscapeReading.forEach(at: offset, in: text) { reading in
            guard reading.isPrefix(of: bytes[matched...]) else { return }
            next.append((reading.end, matched + reading.count))
        }
        if text[offset] == bytes[matched] { next.append((offset + 1, matched + 1)) }
        guard !next.isEmpty else { return nil }
        // The longest reading first, so that nothing of an escape is left beside the mask.
        for (offset, matched) in next.sorted(by: { $0.offset > $1.offset }) {
            if let end = end(from: offset, matched: matched, in: text, &deadEnds) { return end }
        }
        if next.count > 1 { deadEnds.insert(place) }
        return nil
    }
}

extension UInt8 {
    /// Whether it is a character of base64 or base64url.
    fileprivate var isBase64: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
