import CanaryModel
import WebDriver

/// What came of the tries to fill a field so far.
struct Filling {
    /// What it is to hold.
    let value: String
    /// How often it was put in.
    private(set) var tries = 0
    /// Whether the driver has put it in at least once.
    var isPut = false
    /// Whether the document went away before the field could be read.
    var isGone = false
    /// What the field held before.
    private var before: String?
    /// What the field held at last.
    private(set) var kept: String?
    /// What the browser alone makes of the value.
    private var normal: String?
    /// The most characters that the field takes, in UTF-16 code units.
    private var longest: Int?

    init(value: String) { self.value = value }

    /// The note where the page took the field away as it was filled in.
    static let goneNote = "the page went on as the value was filled in, without the field"

    /// Whether a page has put another field in the place of the one that was filled, with its value.
    func isHeldAlready(by observation: TargetObservation) -> Bool {
        guard tries > 0, observation.editing == "text", let held = observation.actual else { return false }
        return value.isSame(as: held)
    }

    /// Takes in that the value is put in once more.
    mutating func begin(_ observation: TargetObservation) {
        tries += 1
        if tries == 1, observation.editing != "set" { before = observation.actual }
    }

    /// Takes in what the field holds.
    mutating func take(_ seen: SeenField) {
        (kept, normal, longest) = (seen.value, seen.normal, seen.maxLength)
    }

    /// Whether the value stayed, with a note where it is written in another way; `nil` where it did not.
    func outcome(_ observation: TargetObservation) -> String?? {
        guard let kept, !isGone else { return nil }
        if value.isSame(as: kept, isHTML: observation.editing == "html") { return .some(nil) }
        let hasSameSubstance = value.hasSameSubstance(as: kept)
        if let normal, normal == kept {
            return .some(hasSameSubstance ? nil : "the browser writes the value as \"\(kept)\"")
        }
        return hasSameSubstance && tries > 1 ? "the page made \"\(kept)\" of the value" : nil
    }

    /// Whether the browser itself cuts or refuses the value, so that no further try can help.
    var isHopeless: Bool { isCut || (kept == "" && !value.isEmpty && before == nil && normal == nil) }

    // Browsers count a character beyond the basic plane, as most emoji are, as two.
    private var isCut: Bool {
        guard let longest, longest > 0 else { return false }
        return kept?.utf16.count == longest && value.utf16.count > longest
    }

    /// The failure; a part of the value is reported by its length: half a secret would not be recognised as one and masked.
    func notKept(_ query: TargetQuery) -> BrowserError {
        let written = query.target.written
        let isPart = kept.map { !$0.isEmpty && value.contains($0) } ?? false
        var diagnosis = Diagnosis(of: query.target, wanted: "to keep the value", reason: .mismatch)
        diagnosis.actual = isPart ? "only \(kept?.count ?? 0) of its \(value.count) characters" : kept
        var message = "\(written) did not keep the value that was filled in"
        if isCut, let longest {
            message +=
                ": it takes at most \(longest) characters (maxlength), and the value has \(value.utf16.count)"
        }
        let isUnchanged = before != nil && kept == before
        return BrowserError(
            .value,
            message,
            help: isUnchanged
                ? "where the page makes it editable by a click, add { click: … } before it" : nil,
            diagnoses: [diagnosis],
            attempts: tries
        )
    }
}

/// What `readField` (`fields.js`) is asked.
struct FieldRequest: Encodable, Sendable {
    let element: Element
    let value: String
}

/// What a field holds (`fields.js`).
struct SeenField: Decodable, Sendable {
    var value: String?
    /// What the browser alone makes of the value that was put in; `nil` where it refuses it.
    var normal: String?
    /// The most characters that it takes, in UTF-16 code units; less than 1 where it does not say.
    var maxLength: Int?
}

extension String {
    /// Whether a field holds this; an editor of HTML shows empty lines of its own.
    func isSame(as kept: String, isHTML: Bool = false) -> Bool {
        let value = replacing("\r\n", with: "\n")
        guard isHTML else { return kept == value }
        let lines = { (text: String) in
            text.split(whereSeparator: \.isNewline).map { $0.replacing("\u{A0}", with: " ") }
        }
        return lines(value) == lines(kept)
    }

    /// Whether another text has the same letters and digits.
    ///
    /// A field with an input mask makes `(555) 123` of `555123`. The sign and the point or comma before the decimals of
    /// a number count: `$1,234.50` is the same as `1234.50`, and `125`, as a browser makes of `12,5`, is not.
    func hasSameSubstance(as other: String) -> Bool {
        let isNumber = isSignedOrFractional
        return !isEmpty && substance(asNumber: isNumber) == other.substance(asNumber: isNumber)
    }

    /// Whether this is a number whose sign or decimals could get lost; `1,234` is one thousand and more.
    private var isSignedOrFractional: Bool {
        let parts = split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = parts.count == 2 && parts[1].count == 3
        return !isGrouped && Double(replacing(",", with: ".")) != nil && contains { "-.,".contains($0) }
    }

    /// The letters and digits; of a number its sign and the last point or comma too.
    private func substance(asNumber isNumber: Bool) -> String {
        let mark = isNumber ? lastIndex { $0 == "." || $0 == "," } : nil
        return indices.reduce(into: "") { kept, index in
            let character = self[index]
            if index == mark { kept += "." }
            if character.isLetter || character.isNumber || (isNumber && character == "-") {
                kept += character.lowercased()
            }
        }
    }
}
