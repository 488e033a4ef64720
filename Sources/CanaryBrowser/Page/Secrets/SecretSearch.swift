import CanaryModel
import Foundation

/// Looks for secrets in what a page shows, in all the forms in which they are masked in text.
///
/// The page returns its texts and receives only what stands in them, so that none comes to know of a secret that it
/// does not hold.
struct SecretSearch: Sendable {
    /// What pages are asked for.
    let request: TextsRequest
    private let redactor: Redactor

    /// Makes a search; `nil` where there is nothing to look for.
    init?(_ secrets: [String]) {
        let secrets = secrets.filter { !$0.isEmpty }
        guard !secrets.isEmpty else { return nil }
        redactor = Redactor(secrets: secrets)
        let isSpaced = secrets.contains { $0.unicodeScalars.contains(where: Self.isSpace) }
        // No form of a secret without white space is shorter than it is, or has any.
        let shortest = secrets.map(\.precomposedStringWithCanonicalMapping.unicodeScalars.count).min()
        request = TextsRequest(run: isSpaced ? nil : min(shortest ?? 1, Self.longestRun))
    }

    /// Whether a character is white space, for JavaScript too, or is read as a space.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "+" || scalar == "\u{FEFF}"
    }

    /// How much of a secret's length a page gets at the most.
    private static let longestRun = 8

    /// The parts of secrets that stand in several texts one after the other, each in a text of its own.
    ///
    /// One of fewer than 3 characters is left out: it is everywhere.
    func parts(in texts: [String]) -> Set<String> {
        let joined = texts.joined()
        let ranges = secrets(in: joined).flatMap { joined.utf8Ranges(of: $0) }
        if ranges.isEmpty { return [] }
        var parts: Set<String> = []
        var begin = 0
        for text in texts {
            let place = begin..<begin + text.utf8.count
            begin = place.upperBound
            for range in ranges where range.overlaps(place) && !place.contains(range) {
                let shared = range.clamped(to: place)
                let bytes = text.utf8.dropFirst(shared.lowerBound - place.lowerBound).prefix(shared.count)
                let part = String(decoding: bytes, as: UTF8.self).trimmed
                if part.count >= 3 { parts.insert(part) }
            }
        }
        return parts
    }

    /// The secrets in a text of a page, as they stand there.
    func secrets(in text: String) -> [String] { redactor.secrets(in: text).sorted() }
}

extension String {
    /// Where a text stands in this one, in bytes of UTF-8.
    func utf8Ranges(of text: String) -> [Range<Int>] {
        ranges(of: text).map { range in
            let begin = utf8.distance(from: startIndex, to: range.lowerBound)
            return begin..<begin + text.utf8.count
        }
    }

    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
