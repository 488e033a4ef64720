import CanaryModel

extension Variables {
    /// A reference that has no value, or none that the flow may read.
    struct Unset: Hashable {
        let name: String
        /// Where it begins in the string's UTF-8.
        let offset: Int
        /// Whether it has one, which the flow must declare as a secret.
        var isUndeclaredSecret = false
        /// What is wrong with it, where it is a value that would be generated.
        var mistake: String?
    }

    /// Puts the variables of an interpolation in.
    ///
    /// - Parameters:
    ///   - interpolation: The string, taken apart.
    ///   - written: The string as the file has it.
    ///   - isURL: Whether it is a URL, where values go in as `URLValue` writes them.
    ///   - isBroken: Set where a value is missing whose mistake is reported elsewhere.
    /// - Returns: The text, with a mark for each value that is not there, and every reference that has none.
    func expand(
        _ interpolation: Interpolation,
        of written: String,
        isURL: Bool = false,
        isBroken: inout Bool
    ) -> (ExpandedText, [Unset]) {
        var result = ExpandedText(text: "", written: written, isURL: isURL)
        var unset: [Unset] = []
        append(interpolation, to: &result, &unset, &isBroken)
        result.isTooLong = result.isTooLong || result.text.utf8.count > ExpandedText.maximumLength
        return (result, unset)
    }

    private func append(
        _ interpolation: Interpolation,
        to result: inout ExpandedText,
        _ unset: inout [Unset],
        _ isBroken: inout Bool
    ) {
        for piece in interpolation.pieces {
            // Variables that name each other twice double with each of them.
            guard result.text.utf8.count <= ExpandedText.maximumLength else {
                result.isTooLong = true
                return
            }
            let (name, fallback, offset): (String, Interpolation?, Int)
            switch piece {
            case .text(let text):
                result.text += text
                continue
            case .generated(let value):
                result.append(value)
                continue
            case .variable(let own, let other, let start): (name, fallback, offset) = (own, other, start)
            }
            switch value(of: name) {
            case .text(let text, let isSecret, let holdsSaved) where !text.isEmpty || fallback == nil:
                result.append(text, holdsSaved: holdsSaved)
                result.holdsSecret = result.holdsSecret || isSecret
            case .row(let value) where (value != .null && !value.text.isEmpty) || fallback == nil:
                result.append(value.text, holdsSaved: SavedReference.isIn(value.text))
            case .saved:
                let other = unsaved(name, fallback, behind: result, &unset, &isBroken)
                result.text += SavedReference.mark(name, fallback: other?.text)
                result.holdsSecret = result.holdsSecret || other?.holdsSecret == true
                result.holdsSaved = true
            case .missing: appendMark(of: name, to: &result)
            case .broken: isBroken = true
            case .undeclaredSecret:
                unset.append(Unset(name: name, offset: offset, isUndeclaredSecret: true))
                isBroken = true
            case .text, .row, .unset:
                if let fallback, !GeneratedValue.names.contains(name) {
                    append(fallback, to: &result, &unset, &isBroken)
                } else {
                    appendGenerated(name, offset, to: &result, &unset)
                }
            }
        }
    }

    /// What stands for a variable that the step which was to save it did not save: the value that it has from elsewhere,
    /// else its default; `nil`: it has neither.
    private func unsaved(
        _ name: String,
        _ fallback: Interpolation?,
        behind text: ExpandedText,
        _ unset: inout [Unset],
        _ isBroken: inout Bool
    ) -> ExpandedText? {
        var other = ExpandedText(text: "", written: "", isURL: text.isURL)
        if case .text(let known, let isSecret, _) = valueBefore(name), !known.isEmpty || fallback == nil {
            other.text = text.isURL ? URLValue.written(known, behind: text.text) : known
            other.holdsSecret = isSecret
            return other
        }
        guard let fallback else { return nil }
        other.text = text.text
        append(fallback, to: &other, &unset, &isBroken)
        // By bytes: what combines with the text before is of the default.
        other.text = String(decoding: other.text.utf8.dropFirst(text.text.utf8.count), as: UTF8.self)
        return other
    }

    /// A value that the flow makes for itself, where the name is of one.
    private func appendGenerated(
        _ name: String,
        _ offset: Int,
        to result: inout ExpandedText,
        _ unset: inout [Unset]
    ) {
        var mistake: String?
        do throws(GeneratedValue.Mistake) {
            if let value = try GeneratedValue(written: name) { return result.append(value) }
        } catch {
            mistake = error.reason
        }
        unset.append(Unset(name: name, offset: offset, mistake: mistake))
        appendMark(of: name, to: &result)
    }

    /// The mark of a value that is not there: what depends on it is then checked no further than with a saved one.
    private func appendMark(of name: String, to result: inout ExpandedText) {
        result.text += SavedReference.mark(name)
        (result.holdsSaved, result.isIncomplete) = (true, true)
    }
}

extension ExpandedText {
    /// Appends the value of a variable; of a URL as it goes into one.
    fileprivate mutating func append(_ value: String, holdsSaved: Bool) {
        self.holdsSaved = self.holdsSaved || holdsSaved
        if !isURL {
            text += value
        } else if holdsSaved {
            text += SavedReference.mapLiterals(of: value, behind: text) { URLValue.written($0, behind: $1) }
        } else {
            text += URLValue.written(value, behind: text)
        }
    }

    /// Appends a mark for a value that the flow makes for itself.
    fileprivate mutating func append(_ value: GeneratedValue) {
        generated.insert(value)
        text += SavedReference.mark(value.written)
        holdsSaved = true
    }
}
