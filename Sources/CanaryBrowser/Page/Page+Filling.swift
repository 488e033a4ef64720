import CanaryModel
import WebDriver

// `fill`: the page selects what the field holds, the driver inserts the text in its place, the value is read
// back. Three ways differ in what the page's own scripts notice, and are tried in turn until the value stays:
// inserting in one command, keys one by one, and assignment for fields with a picker of the browser's.

extension Page {
    /// How often a value is put in: where it did not stay by then, another try only makes it worse.
    private static let mostTries = 6

    func fill(
        _ search: Search,
        _ value: String,
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> ActionReport {
        var tries = 0
        var kept: String?
        var longest: Int?
        let (note, report): (FillNote?, ActionReport)
        do {
            (note, report) = try await act(on: search, in: frame, until: deadline) { sighting -> FillNote?? in
                guard let element = sighting.element else { return nil }
                // A page may put another field in the place of the one that was filled, with its value.
                if tries > 0, sighting.editing == "text", let held = sighting.actual, held.isSame(as: value) {
                    return .some(nil)
                }
                tries += 1
                try await put(value, into: element, sighting, byKeys: tries % 2 == 0, until: deadline)
                let read: Answer<SeenField>? = try await ask(PageScript.readField, element, until: deadline)
                kept = read?.value
                longest = read?.maxLength
                if let kept, value.isSame(as: kept, isHTML: sighting.editing == "html") { return .some(nil) }
                if let kept, tries > 1, value.hasSameSubstance(as: kept) { return FillNote(kept: kept) }
                if tries >= Self.mostTries { throw Self.notKept(search, kept, of: value, longest, tries) }
                return nil
            }
        } catch let error as BrowserError where error.diagnoses.first?.reason == .detached && kept != nil {
            throw Self.notKept(search, kept, of: value, longest, tries)
        }
        var result = report
        if let note { result.notes.append("the page made \"\(note.kept)\" of the value") }
        return result
    }

    private func put(
        _ value: String,
        into element: Element,
        _ sighting: Sighting,
        byKeys: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws {
        let value = value.replacing("\r\n", with: "\n")
        if sighting.editing == "set" || (value.isEmpty && sighting.actual == "") { return }
        if value.isEmpty { try await attempt(.sendKeys("\u{E017}", to: element), until: deadline); return }
        // In frames too for HTML: keys begin at one end of what an element holds that always has the focus (`body`).
        let isInsertable = currentFrame == [] || sighting.editing == "html"
        if !byKeys, isInsertable, try await insert(value, until: deadline) { return }
        let keys = sighting.isOneLine == true ? value.replacing("\n", with: " ") : value
        try await attempt(.sendKeys(keys, to: element), until: deadline)
    }

    /// Inserts text where the focus is; `false` where the driver cannot.
    private func insert(_ text: String, until deadline: ContinuousClock.Instant) async throws -> Bool {
        if hasDevTools == false { return false }
        do {
            let command = Command<Nothing>.executeCDP("Input.insertText", ["text": text])
            try await attempt(command, until: deadline)
            hasDevTools = true
            return true
        } catch let error as WebDriverError where error.isUnsupported {
            hasDevTools = false
            return false
        }
    }

    /// A part of the value is told by its length: half a secret would not be recognised as one and masked.
    private static func notKept(
        _ search: Search,
        _ kept: String?,
        of value: String,
        _ longest: Int?,
        _ tries: Int
    ) -> BrowserError {
        let written = search.target.written
        let isPart = kept.map { !$0.isEmpty && value.contains($0) } ?? false
        let diagnosis = Diagnosis(
            target: written,
            wanted: "to keep the value",
            reason: .mismatch,
            actual: isPart ? "only \(kept?.count ?? 0) of its \(value.count) characters" : kept
        )
        var message = "\(written) did not keep the value that was filled in"
        // Browsers count a character beyond the basic plane, as most emoji are, as two.
        if let longest, longest > 0, kept?.utf16.count == longest, value.utf16.count > longest {
            message +=
                ": it takes at most \(longest) characters (maxlength), and the value has \(value.utf16.count)"
        }
        return BrowserError(.value, message, diagnoses: [diagnosis], attempts: tries)
    }
}

/// What the page made of a value.
private struct FillNote: Sendable {
    let kept: String
}

/// What a field holds (`fields.js`).
private struct SeenField: Decodable, Sendable {
    var value: String?
    /// The most characters that it takes, in UTF-16 code units; less than 1 where it does not say.
    var maxLength: Int?
}

extension String {
    /// Whether a field holds this; an editor of HTML shows empty lines of its own.
    fileprivate func isSame(as kept: String, isHTML: Bool = false) -> Bool {
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
    fileprivate func hasSameSubstance(as other: String) -> Bool {
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
