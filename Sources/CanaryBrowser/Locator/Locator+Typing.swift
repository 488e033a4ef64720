public import CanaryModel
import WebDriver

extension Locator {
    /// Replaces the value of an editable element, and reads back whether it stayed.
    ///
    /// - Returns: A note where the page has put the value into another form (`555123` → `555-123`).
    /// - Throws: ``BrowserError`` with the diagnosis where the element does not become editable, with code
    ///   `value` where it does not keep the value.
    @discardableResult
    public func fill(_ value: String, until deadline: ContinuousClock.Instant) async throws -> ActionReport {
        let search = Search(target: target, need: .edit, preparation: .fill(value), wanted: "to be editable")
        return try await page.fill(search, value, in: frame, until: deadline)
    }

    /// Sends keys to an editable element: after what it holds, or at the caret where it has the focus already.
    ///
    /// Input masks put the caret where typing begins; moving it away would spoil what is typed (Element Send Keys leaves
    /// it, too).
    ///
    /// - Throws: ``BrowserError`` with the diagnosis `unfocused` where something else takes the focus again and again:
    ///   it has not got the keys.
    @discardableResult
    public func type(_ text: String, until deadline: ContinuousClock.Instant) async throws -> ActionReport {
        let search = Search(target: target, need: .type, preparation: .keys, wanted: "to take keys")
        return try await send(search, until: deadline) { sighting in
            guard let element = sighting.control ?? sighting.element else { return nil }
            try await page.bringSession(until: deadline)
            try await page.attempt(.sendKeys(text, to: element), once: sighting.place, until: deadline)
            return true
        }
    }

    /// Presses a key or chord while the target has the focus.
    ///
    /// - Throws: ``BrowserError`` with the diagnosis `unfocused` where something else takes the focus again and again:
    ///   it has not got the key.
    @discardableResult
    public func press(_ chord: KeyChord, until deadline: ContinuousClock.Instant) async throws -> ActionReport
    {
        let search = Search(target: target, need: .visible, preparation: .focus, wanted: "to take the focus")
        return try await send(search, until: deadline) { sighting in
            try await page.press(chord.source, anchor: sighting.place.anchor, until: deadline)
            return true
        }
    }

    /// Sends keys, again where something else had the focus and they were kept from it.
    private func send(
        _ search: Search,
        until deadline: ContinuousClock.Instant,
        _ keys: @Sendable (Sighting) async throws -> Bool?
    ) async throws -> ActionReport {
        var missed: String?
        do {
            return try await page.act(on: search, in: frame, until: deadline) { sighting in
                guard try await keys(sighting) == true else { return nil as Bool? }
                missed = try await page.settleIfOpen(since: sighting.place.document, until: deadline)?.missed
                return missed == nil ? true : nil
            }.1
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
    /// Presses a key or chord, on whatever has the focus in a frame.
    public func press(
        _ chord: KeyChord,
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws {
        try await limitPageLoad(until: deadline)
        try await enterFrame(frame, until: deadline)
        let place = try await settle(since: nil, by: PageScript.lookBeforeKeys, until: deadline)
        do {
            try await press(chord.source, anchor: place?.anchor, until: deadline)
        } catch let error as WebDriverError {
            throw await explained(error)
        }
        try await settle(since: place?.document, until: deadline)
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
