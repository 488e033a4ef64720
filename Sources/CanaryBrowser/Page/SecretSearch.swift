import CanaryModel
import Foundation

/// Looks for secrets in what a page shows, in all the forms in which they are masked in text.
///
/// The page tells its texts and is given back only what stands in them, so that none comes to know of a secret that it
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

    /// How much of a secret's length a page is told at the most.
    private static let longestRun = 8

    /// The secrets in a text of a page, as they stand there.
    func secrets(in text: String) -> [String] { redactor.secrets(in: text).sorted() }
}
