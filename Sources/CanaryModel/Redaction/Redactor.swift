/// Replaces the values of secrets by `***`, in whatever encoding they come.
///
/// Each character of a secret is recognised as it is, percent-encoded (any hex case, any choice of which characters
/// are encoded, `+` for a space), as a JSON or JavaScript escape, and as an HTML entity, named or numeric; each of
/// these also applied two times, as in a URL inside a URL. A secret inside a base64 or base64url text is found in all
/// three alignments. Where occurrences overlap, all that they cover is masked.
///
/// A text is read once, whatever the number of secrets; one that holds none is returned as it is.
/// Put strings through it before they are encoded: a mask inside JSON may otherwise break an escape.
public struct Redactor: Sendable {
    /// What stands in place of a secret.
    public static let mask = "***"

    private let patterns: [SecretPattern]
    private let firstBytes: FirstBytes

    /// Makes a redactor for the values of secrets; empty ones are passed over.
    public init(secrets: [String]) {
        patterns = Set(secrets).flatMap(SecretPattern.patterns(for:))
        firstBytes = FirstBytes(of: patterns)
    }

    /// `text` with every secret in it replaced by ``mask``.
    public func redact(_ text: String) -> String {
        guard !patterns.isEmpty else { return text }
        var text = text
        let redacted: String? = text.withUTF8 { bytes in
            let ranges = secretRanges(in: bytes)
            return ranges.isEmpty ? nil : Self.masking(ranges, in: bytes)
        }
        return redacted ?? text
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
        var ranges: [Range<Int>] = []
        var deadEnds = [Set<SecretPattern.DeadEnd>](repeating: [], count: patterns.count)
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
        return ranges
    }

    private static func masking(_ ranges: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = 0
        for range in ranges {
            result += text[position..<range.lowerBound]
            // Those that follow each other at once are one: how many there are is nobody's business.
            if range.lowerBound > position || position == 0 { result += mask.utf8 }
            position = range.upperBound
        }
        result += text[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
