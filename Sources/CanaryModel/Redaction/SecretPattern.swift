import Foundation

/// One form of a secret to look for: its text, or a part of its base64.
///
/// A space of it is found as any white space, since a page may break its lines anywhere; characters that nobody sees, by
/// which a page says where a word may be broken, may stand anywhere in it.
struct SecretPattern: Sendable {
    /// What to find, in any escaping.
    let bytes: [UInt8]
    /// Whether the base64 character before the match holds bits of the secret too.
    private(set) var reachesBack = false
    /// Whether the base64 character after it does.
    private(set) var reachesOn = false

    private init(_ text: String) { bytes = Array(text.utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Every form of `secret` to look for; none where it is empty.
    static func patterns(for secret: String) -> [SecretPattern] {
        let normalized = secret.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // Not encoded in a URL, a `+` reaches a site as a space.
        let read = normalized.replacing("+", with: " ")
        let texts = Set(
            ([secret, normalized, read] + longLines(of: secret)).filter { !$0.isEmpty }.flatMap(
                canonicalForms
            )
            .map { Array($0.utf8) }
        )
        return texts.flatMap { bytes in
            let escaped = EscapedForms.all(of: String(decoding: bytes, as: UTF8.self)).map { Array($0.utf8) }
            return [SecretPattern(bytes: bytes)] + otherCharacterSets(bytes)
                + ([bytes] + escaped).flatMap { bytes in
                    (0..<3).flatMap { base64Patterns(of: bytes, alignment: $0) }
                }
        }
    }

    /// Text that is not ASCII in Latin-1, and with its UTF-8 read as Latin-1 or as the Windows code page, which browsers
    /// take for it; so DevTools tell the values of headers.
    private static func otherCharacterSets(_ bytes: [UInt8]) -> [SecretPattern] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return [] }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let latin1 = scalars.allSatisfy { $0.value < 0x100 } ? scalars.map { UInt8($0.value) } : nil
        let misread = bytes.map { String(Unicode.Scalar($0)) }.joined()
        let windows = bytes.map {
            String(bytes: [$0], encoding: .windowsCP1252) ?? String(Unicode.Scalar($0))
        }
        return Set([misread, windows.joined()]).map(SecretPattern.init)
            + [latin1].compactMap(\.self).map(SecretPattern.init(bytes:))
    }

    /// The lines of a secret of several, as those of a key, without their white space: a page may show each by itself.
    ///
    /// Those of fewer than 8 characters are no secret: `{`, `-----`.
    private static func longLines(of secret: String) -> [String] {
        let lines = secret.split(whereSeparator: \.isNewline)
        guard lines.count > 1 else { return [] }
        return lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter {
            $0.count >= 8
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
        _ deadEnds: inout Set<Place>
    ) -> Range<Int>? {
        guard var end = end(from: Place(offset: start, matched: 0), in: text, &deadEnds) else { return nil }
        var start = start
        if reachesBack, start > 0, text[start - 1].isBase64 { start -= 1 }
        if reachesOn {
            if end < text.count, text[end].isBase64 { end += 1 }
            while end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
        }
        return start..<end
    }

    /// A place in a text, and how many bytes of the pattern are matched before it.
    struct Place: Hashable {
        fileprivate let offset: Int
        fileprivate let matched: Int
    }

    /// Where the match ends that has come to `place`.
    ///
    /// The dead ends keep a run of backslashes, each of which can be read in several ways, from costing exponential
    /// time. Only where there were several ways is one kept: no text without a part of the secret costs memory. All but
    /// the last way are followed by recursion, which goes no deeper than the pattern is long.
    private func end(
        from place: Place,
        in text: UnsafeBufferPointer<UInt8>,
        _ deadEnds: inout Set<Place>
    ) -> Int? {
        var place = place
        var forks: [Place] = []
        while place.matched < bytes.count {
            guard place.offset < text.count else { break }
            if !EscapeReading.isIntroducer(text[place.offset]) {
                guard let next = next(after: place, in: text) else { break }
                place = next
                continue
            }
            var ways = ways(from: place, in: text)
            guard let last = ways.popLast() else { break }
            if !ways.isEmpty {
                if deadEnds.contains(place) { break }
                for way in ways {
                    if let end = end(from: way, in: text, &deadEnds) { return end }
                }
                forks.append(place)
            }
            place = last
        }
        if place.matched == bytes.count { return place.offset }
        deadEnds.formUnion(forks)
        return nil
    }

    /// The place after a character that is not an escape; `nil` where it does not fit.
    private func next(after place: Place, in text: UnsafeBufferPointer<UInt8>) -> Place? {
        let (offset, matched) = (place.offset, place.matched)
        if text[offset] == bytes[matched] { return Place(offset: offset + 1, matched: matched + 1) }
        if let matched = spaced(matched) {
            let length = text[offset...].leadingWhiteSpace
            if length > 0 { return Place(offset: offset + length, matched: matched) }
        }
        let invisible = matched > 0 ? text[offset...].leadingInvisible : 0
        return invisible > 0 ? Place(offset: offset + invisible, matched: matched) : nil
    }

    /// The places after a character that may be read as an escape or as it is, that after the longest reading first, so
    /// that nothing of an escape is left beside the mask; white space of which the pattern has no more comes last.
    private func ways(from place: Place, in text: UnsafeBufferPointer<UInt8>) -> [Place] {
        let (offset, matched) = (place.offset, place.matched)
        var ways: [Place] = []
        var space: Place?
        EscapeReading.forEach(at: offset, in: text) { reading in
            if reading.isPrefix(of: bytes[matched...]) {
                ways.append(Place(offset: reading.end, matched: matched + reading.count))
            } else if let matched = spaced(matched), reading.isWhiteSpace {
                space = Place(offset: reading.end, matched: matched)
            }
        }
        if text[offset] == bytes[matched] { ways.append(Place(offset: offset + 1, matched: matched + 1)) }
        ways.sort { $0.offset > $1.offset }
        return space.map { ways + [$0] } ?? ways
    }

    /// How much is matched after white space in the text that is not what the pattern has there: a space of the pattern
    /// stands for any of it, within the pattern for as many as there are; `nil` where none may stand.
    private func spaced(_ matched: Int) -> Int? {
        if bytes[matched] == UInt8(ascii: " ") { return matched + 1 }
        return matched > 1 && bytes[matched - 1] == UInt8(ascii: " ") ? matched : nil
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
