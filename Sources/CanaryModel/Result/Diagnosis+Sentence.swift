extension Diagnosis {
    /// What was asked, of what, and what was found instead, as one sentence.
    ///
    /// For example: `Expected Navigation menu (#nav-menu) to be visible, but after 10.0 s nothing
    /// matched it.` Texts of the page are in it as they are, cut to a sensible length: what shows
    /// the sentence escapes it.
    public var sentence: String {
        let after = waited > 0 ? "after \(waited.elapsed) " : ""
        return "Expected \(subject ?? "the page") \(wanted.cut(to: 300)), but \(after)\(finding)\(ending)."
    }

    /// What became of it: it left, or had been as wanted while others were not.
    private var ending: String {
        if reason != .absent, goneAfter != nil, let firstSeen, let lastSeen {
            return ", and then gone: it was there from \(firstSeen.elapsed) to \(lastSeen.elapsed)"
        }
        guard let heldFrom, let heldUntil, (heldFrom, heldUntil) != (firstSeen, lastSeen) else { return "" }
        return "; it held from \(heldFrom.elapsed) to \(heldUntil.elapsed), when other conditions did not"
    }

    /// The target by its name and as written: `Navigation menu (#nav-menu)`.
    public var subject: String? {
        guard let target = target?.cut(to: 200) else { return name?.cut(to: 200) }
        guard let name = name?.cut(to: 200), name != target else { return target }
        return "\(name) (\(target))"
    }

    private var finding: String {
        switch reason {
        case .absent: absence
        case .hidden: hiding
        case .covered: "it was covered by " + (coveredBy?.cut(to: 200) ?? "another element")
        case .passedThrough:
            "its middle let the pointer through to " + (coveredBy?.cut(to: 200) ?? "what lies below")
        case .disabled: actual.map { "its option \"\($0.cut(to: 200))\" was disabled" } ?? "it was disabled"
        case .readonly: "it was read-only"
        case .moving: "it was still moving"
        case .ambiguous: ambiguity
        case .detached:
            matches > 0 ? "the page replaced it again and again" : "the page had removed or replaced it"
        case .offscreen: "it lay where no scrolling brings it into view"
        case .present: matches > 1 ? "it matched \(matches) elements" : "it was there"
        case .visible: "it was visible"
        case .enabled: "it was enabled"
        case .checked: "it was checked"
        case .unchecked: "it was not checked"
        case .mixed: "it was mixed: neither checked nor unchecked"
        case .unfocused: "the focus was " + (actual.map { "on " + $0.cut(to: 200) } ?? "elsewhere")
        case .mismatch: actual.map { "it was \"\($0.cut(to: 200))\"" } ?? "there was none"
        case .unsuitable: "it was of the wrong kind" + (elements.first.map { ": " + $0.cut(to: 200) } ?? "")
        case .noFrame: missingFrame
        case .unfocusable: "it cannot take the focus"
        case .singleFile: "it takes one file only"
        case .noOption: actual.map { "its options were " + $0.cut(to: 200) } ?? "it had no such option"
        case .focused: "it had the focus"
        case .differs: "it was " + (actual?.cut(to: 300) ?? "not")
        case .unreadable: actual?.cut(to: 300) ?? "it could not be read"
        case .threw: "the script threw " + (actual?.cut(to: 300) ?? "an error")
        }
    }

    /// Why a frame could not be looked into.
    private var missingFrame: String {
        if matches > 1 { return ambiguity }
        guard matches == 1 else { return "the frame was not found" }
        if let hiddenBy { return "the frame is hidden and has not loaded (\(hiddenBy.cut(to: 200)))" }
        if let actual { return "the document of the frame has not come (\(actual.cut(to: 200)))" }
        return elements.first.map { "\($0.cut(to: 200)) is not a frame" } ?? "it was no frame"
    }

    /// Hidden elements count too where an action takes them, as an upload does.
    private var ambiguity: String {
        let several = visibleMatches > 1 ? "\(visibleMatches) visible elements" : "\(matches) elements"
        return "it matched \(several), where it must match exactly one"
    }

    /// A role or label asks the accessibility tree, which may not have what can be seen.
    private var hiding: String {
        if visibleMatches > 0 { return "it was kept from the accessibility tree (aria-hidden or inert)" }
        let cause = hiddenBy.map { " (\($0.cut(to: 200)))" } ?? ""
        return matches > 1
            ? "none of its \(matches) matches was visible\(cause)" : "it was there but not visible\(cause)"
    }

    private var absence: String {
        if matches > 0 {
            return "there were fewer visible matches (\(visibleMatches)), of which the first is nth 0"
        }
        guard let firstSeen, let lastSeen else {
            if let unquoted {
                return
                    "nothing matched it exactly; without the quotes it would match \"\(unquoted.cut(to: 200))\""
            }
            let closed = "; the page has closed shadow roots, in which only role= and label= find anything"
            return "nothing matched "
                + (absentPlace.map { $0.cut(to: 200) + ", which it is to be in" } ?? "it")
                + (hasClosedTrees == true ? closed : "")
        }
        return "it was gone: it was there from \(firstSeen.elapsed) to \(lastSeen.elapsed)"
    }
}
