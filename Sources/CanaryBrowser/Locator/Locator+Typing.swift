public import CanaryModel
import WebDriver

extension Locator {
    /// Replaces the value of an editable element, and reads back whether it stayed.
    ///
    /// - Returns: A note where the page has put the value into another form (`555123` → `555-123`).
    /// - Throws: ``BrowserError`` with the diagnosis where the element does not become editable, with code
    ///   `value` where it does not keep the value.
    @discardableResult
    public func fill(
        _ value: String,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .edit,
                preparation: .fill(value),
                wanted: "to be editable"
            )
            return try await page.fill(query, value, in: frame, until: deadline)
        }
    }

    /// Sends keys to an editable element: after what it holds, or at the caret where it has the focus already.
    ///
    /// Input masks put the caret where typing begins; moving it away would spoil what is typed (Element Send Keys leaves
    /// it, too).
    ///
    /// - Throws: ``BrowserError`` with the diagnosis `unfocused` where something else takes the focus again and again:
    ///   it has not got the keys.
    @discardableResult
    public func type(
        _ text: String,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(target: target, need: .type, preparation: .keys, wanted: "to take keys")
            return try await send(query, typed: text, until: deadline) { observation in
                guard let element = observation.control ?? observation.element else { return nil }
                if observation.isUnknown == true {
                    try await page.perform(typing: text, until: deadline)
                } else {
                    try await page.send(text, to: element, observation, until: deadline)
                }
                return true
            }
        }
    }

    /// Presses a key or chord while the target has the focus.
    ///
    /// - Throws: ``BrowserError`` with the diagnosis `unfocused` where something else takes the focus again and again:
    ///   it has not got the key.
    @discardableResult
    public func press(
        _ chord: KeyChord,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .visible,
                preparation: .focus,
                wanted: "to take the focus"
            )
            return try await send(query, until: deadline) { _ in
                try await page.perform(chord, until: deadline)
                return true
            }
        }
    }

    /// Sends keys, again where something else had the focus and they were kept from it.
    private func send(
        _ query: TargetQuery,
        typed text: String? = nil,
        until deadline: ContinuousClock.Instant,
        _ keys: @Sendable (TargetObservation) async throws -> Bool?
    ) async throws -> ActionReport {
        var missed: String?
        do {
            let (notes, report) = try await page.act(on: query, in: frame, until: deadline) { observation in
                let sent = ContinuousClock.now
                guard try await keys(observation) == true else { return nil as [String]? }
                let place = try await page.settleIfOpen(since: observation.place.document, until: deadline)
                missed = place?.missed
                if missed != nil { return nil }
                if await page.hasMissed(observation, by: sent, now: place) { return nil }
                guard let text, let seen = place?.typed, place?.document == observation.place.document else {
                    return []
                }
                return try await page.notes(on: text, seen, observation, query, until: deadline)
            }
            return report.adding(notes)
        } catch var error as BrowserError where missed != nil && error.code == .selector {
            error.diagnoses = error.diagnoses.map { diagnosis in
                var diagnosis = diagnosis
                (diagnosis.reason, diagnosis.actual) = (.unfocused, missed)
                return diagnosis
            }
            throw error
        }
    }
}

extension Page {
    /// How long a page may take to put into a field what it made of the keys.
    private static let longestTaking = Duration.seconds(1)

    /// What is worth knowing of what a field made of the text that was typed into it.
    ///
    /// - Throws: ``BrowserError`` with code `value` where the page has swallowed keys.
    func notes(
        on text: String,
        _ seen: SeenTyping,
        _ observation: TargetObservation,
        _ query: TargetQuery,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String] {
        var seen = seen
        let end = min(deadline, .now + Self.longestTaking)
        while true {
            switch TypedText(of: text, seen) {
            case .kept: return []
            case .remade: return ["the page made something else of what was typed"]
            case .swallowed where .now >= end: throw Self.swallowed(text, seen, query)
            case .swallowed: break
            }
            guard let element = observation.control ?? observation.element else { return [] }
            try await Task.sleep(for: .milliseconds(50))
            guard let value = try await value(of: element, until: deadline) else { return [] }
            seen.value = value
        }
    }

    /// What a field holds; `nil` where the page has replaced it, or gone on: that took the keys.
    private func value(of element: Element, until deadline: ContinuousClock.Instant) async throws -> String? {
        do {
            let request = FieldRequest(element: element, value: "")
            let read: Answer<SeenField>? = try await ask(PageScript.readField, request, until: deadline)
            return read?.value
        } catch let error as WebDriverError
            where error.isOfLostDocument || error.code == .staleElementReference
        {
            return nil
        }
    }

    private static func swallowed(_ text: String, _ seen: SeenTyping, _ query: TargetQuery) -> BrowserError {
        let written = query.target.written
        // A part of a secret would not be recognised as one and masked.
        let kept = max(0, seen.value.count - seen.before.count)
        var diagnosis = Diagnosis(of: query.target, wanted: "to keep what was typed", reason: .mismatch)
        diagnosis.actual =
            seen.value == seen.before
            ? seen.value : "only \(kept) of the \(text.count) characters that were typed"
        let message = "\(written) did not keep what was typed: the page or the field itself dropped keys"
        return BrowserError(.value, message, diagnoses: [diagnosis])
    }

    /// Presses a key or chord, on whatever has the focus in a frame.
    public func press(
        _ chord: KeyChord,
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            try await enterFrame(frame, until: deadline)
            let document = try await settle(since: nil, until: deadline)?.document
            try await perform(chord, until: deadline)
            try await settle(since: document, until: deadline)
        }
    }

    /// Sends keys to an element by the driver's own command, and key by key where the page has broken what that needs.
    func send(
        _ keys: String,
        to element: Element,
        _ observation: TargetObservation,
        until deadline: ContinuousClock.Instant
    ) async throws {
        if driver.isBrokenByPage, canDoWithoutDriver {
            let _: Int? = try await run(PageScript.focusAtEnd, [element], until: deadline)
            return try await perform(typing: keys, until: deadline)
        }
        try await bringSession(until: deadline)
        try await attempt(.sendKeys(keys, to: element), once: observation.place, until: deadline)
    }
}

extension KeyChord {
    /// Holds the modifiers while the key is pressed, and rests, so that a navigation has begun at the end.
    var source: ActionSequence {
        let held = modifiers.map(\.character)
        let keys =
            held.map { KeyAction.down($0) } + [.down(key.character), .up(key.character)]
            + held.reversed().map { KeyAction.up($0) }
        return .key([.pause(.zero)] + keys + [.pause(Page.pause)])
    }
}
