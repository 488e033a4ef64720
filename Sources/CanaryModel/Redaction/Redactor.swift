/// Replaces the values of secrets by `***`, in whatever encoding they come.
///
/// Each character of a secret is recognised as it is, percent-encoded (any hex case, any choice of which characters
/// are encoded, `+` for a space), as a JSON or JavaScript escape, and as an HTML entity, named or numeric; each of
/// these also applied two times, as in a URL inside a URL, and one kind inside another, as JSON in HTML. A secret inside
/// a base64 or base64url text is found in all three alignments, also where it was escaped before. One that is not ASCII
/// is found as Latin-1 too, and where its UTF-8 was read as Latin-1. Where occurrences overlap, all that they cover is masked. Each longer line of a secret of several
/// is one by itself, and so are the ends of one that a browser has abbreviated around a `…`.
///
/// A text is read once, whatever the number of secrets; one that holds none is returned as it is.
/// Put strings through it before they are encoded: a mask inside JSON may otherwise break an escape.
public struct Redactor: Sendable {
    /// What stands in place of a secret.
    public static let mask = "***"

    private let patterns: [SecretPattern]
    private let firstBytes: FirstBytes
    private let abbreviations: [AbbreviatedSecret]

    /// Makes a redactor for the values of secrets; empty ones are passed over.
    public init(secrets: [String]) {
        patterns = Set(secrets).flatMap(SecretPattern.patterns(for:))
        firstBytes = FirstBytes(of: patterns)
        abbreviations = Set(secrets).compactMap(AbbreviatedSecret.init)
    }

    /// `text` with every secret in it replaced by ``mask``.
    public func redact(_ text: String) -> String { redact([text])[0] }

    /// Texts that are read on as one, with every secret that one of them or several together hold replaced by ``mask``,
    /// in the first of these.
    public func redact(_ texts: [String]) -> [String] {
        guard !patterns.isEmpty else { return texts }
        var joined = texts.count == 1 ? texts[0] : texts.joined()
        return joined.withUTF8 { bytes in
            var ranges = joining(secretRanges(in: bytes))[...]
            if ranges.isEmpty { return texts }
            var start = 0
            return texts.map { text in
                let part = start..<start + text.utf8.count
                start = part.upperBound
                return Self.masking(&ranges, in: bytes, part)
            }
        }
    }

    /// HTML or XML with every secret replaced by ``mask``, also one that tags split, as `<b>s3c</b>ret`.
    public func redactMarkup(_ markup: String) -> String {
        guard !patterns.isEmpty else { return markup }
        var texts: [String] = [], tags: [String] = []
        var rest = markup[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            texts.append(String(rest[..<start]))
            tags.append(String(rest[start...end]))
            rest = rest[rest.index(after: end)...]
        }
        texts.append(String(rest))
        return redact(zip(redact(texts), tags + [""]).map { $0 + $1 }.joined())
    }

    /// The secrets in `text`, each form as it stands there: what ``redact(_:)`` would mask.
    public func secrets(in text: String) -> Set<String> {
        guard !patterns.isEmpty else { return [] }
        var text = text
        return text.withUTF8 { bytes in
            Set(secretRanges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) })
        }
    }

    /// Where secrets are, in order, overlapping ones as one, those that follow each other at once one by one.
    private func secretRanges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let ranges = readRanges(in: text)
        let inner = UnescapedText.all(of: text).flatMap { read in
            read.bytes.withUnsafeBufferPointer { readRanges(in: $0) }.map(read.written)
        }
        return inner.isEmpty ? ranges : overlapping(ranges + inner)
    }

    /// Those that are found without reading the whole text as escaped.
    private func readRanges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var deadEnds = [Set<SecretPattern.Place>](repeating: [], count: patterns.count)
        firstBytes.forEachCandidate(in: text) { start in
            for (index, pattern) in patterns.enumerated() {
                guard let range = pattern.match(in: text, at: start, &deadEnds[index]) else { continue }
                if let last = ranges.last, range.lowerBound < last.upperBound {
                    ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
                } else {
                    ranges.append(range)
                }
            }
        }
        let ends = AbbreviatedSecret.ranges(of: abbreviations, in: text)
        return ends.isEmpty ? ranges : overlapping(ranges + ends)
    }

    /// In order, those that overlap as one.
    private func overlapping(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }

    /// Those that follow each other at once as one: how many there are is nobody's business.
    private func joining(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.reduce(into: []) { joined, range in
            if let last = joined.last, last.upperBound == range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<range.upperBound
            } else {
                joined.append(range)
            }
        }
    }

    /// A part of a text with what of `ranges` is in it masked; drops those that end in it.
    private static func masking(
        _ ranges: inout ArraySlice<Range<Int>>,
        in text: UnsafeBufferPointer<UInt8>,
        _ part: Range<Int>
    ) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(part.count)
        var position = part.lowerBound
        while let range = ranges.first, range.lowerBound < part.upperBound {
            if range.lowerBound >= part.lowerBound {
                result += text[position..<range.lowerBound]
                result += mask.utf8
            }
            position = min(range.upperBound, part.upperBound)
            guard range.upperBound <= part.upperBound else { break }
            ranges.removeFirst()
        }
        result += text[position..<part.upperBound]
        return String(decoding: result, as: UTF8.self)
    }
}
