import CanaryModel

extension Variables {
    /// A reference that has no value, or none that the flow may read.
    struct Unset: Hashable {
        let name: String
        /// Where it begins in the string's UTF-8.
        let offset: Int
        /// Whether it has one, which the flow must declare as a secret.
        var isUndeclaredSecret = false
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
            guard case .variable(let name, let fallback, let offset) = piece else {
                if case .text(let text) = piece { result.text += text }
                continue
            }
            switch value(of: name) {
            case .text(let text, let isSecret) where !text.isEmpty || fallback == nil:
                result.text += result.isURL ? URLValue.written(text, behind: result.text) : text
                result.holdsSecret = result.holdsSecret || isSecret
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
            case .text, .unset:
                if let fallback {
                    append(fallback, to: &result, &unset, &isBroken)
                } else {
                    unset.append(Unset(name: name, offset: offset))
                    appendMark(of: name, to: &result)
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
        if case .text(let known, let isSecret) = valueBefore(name), !known.isEmpty || fallback == nil {
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

    /// The mark of a value that is not there: what depends on it is then checked no further than with a saved one.
    private func appendMark(of name: String, to result: inout ExpandedText) {
        result.text += SavedReference.mark(name)
        (result.holdsSaved, result.isIncomplete) = (true, true)
    }
}
