import CanaryModel
import WebDriver

// `fill`: the page selects what the field holds, the driver inserts the text in its place, the value is read
// back. Three ways differ in what the page's own scripts notice, and are tried in turn until the value stays:
// inserting in one command, keys one by one, and assignment for fields with a picker of the browser's.

extension Page {
    /// How often a value is put in that the browser itself refuses or cuts: once with each way.
    private static let fewestTries = 3
    /// The longest pause between two tries; they grow, since each is noticed by the page.
    private static let longestFillPause = Duration.milliseconds(500)

    func fill(
        _ query: TargetQuery,
        _ value: String,
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> ActionReport {
        var filling = Filling(value: value)
        let (note, report): (String?, ActionReport)
        do {
            (note, report) = try await act(on: query, in: frame, until: deadline) {
                observation -> String?? in
                guard let element = observation.element else { return nil }
                if filling.isHeldAlready(by: observation) { return .some(nil) }
                filling.begin(observation)
                try await put(
                    value,
                    into: element,
                    observation,
                    byKeys: filling.tries % 2 == 0,
                    until: deadline
                )
                filling.isPut = true
                try await read(&filling, element, observation, until: deadline)
                if let outcome = filling.outcome(observation) { return outcome }
                if filling.isGone, try await isAbsent(query, until: deadline) { return Filling.goneNote }
                try await rest(after: filling, query, until: deadline)
                return nil
            }
        } catch let error as BrowserError where error.diagnoses.first?.reason == .detached && filling.isPut {
            guard filling.kept == nil else { throw filling.notKept(query) }
            return ActionReport(attempts: filling.tries, notes: [Filling.goneNote])
        }
        return note.map { report.adding([$0]) } ?? report
    }

    /// Reads back what the field holds; that the page has gone on to another document is what a field may be for, as
    /// one for a code that is sent once it is complete.
    private func read(
        _ filling: inout Filling,
        _ element: Element,
        _ observation: TargetObservation,
        until deadline: ContinuousClock.Instant
    ) async throws {
        filling.isGone = false
        do {
            let request = FieldRequest(element: element, value: filling.value)
            let read: Answer<SeenField>? = try await ask(PageScript.readField, request, until: deadline)
            if let read { filling.take(read.seen) }
        } catch let error as WebDriverError where error.isOfLostDocument {
            guard try await hasLeft(observation.place, until: deadline) else { throw error }
            filling.isGone = true
        }
    }

    /// Whether nothing that the target may mean is in the document that came.
    private func isAbsent(_ query: TargetQuery, until deadline: ContinuousClock.Instant) async throws -> Bool
    {
        let any = TargetQuery(target: query.target, need: .present, wanted: query.wanted)
        let limit = min(deadline, .now + .milliseconds(500))
        return try await looking(until: limit) { attempt -> Bool? in
            try await look(for: any, attempt: attempt, until: limit)?.matches == 0
        } ?? false
    }

    /// Waits before the next try.
    ///
    /// - Throws: The failure where no time is left for one, or none can help.
    private func rest(
        after filling: Filling,
        _ query: TargetQuery,
        until deadline: ContinuousClock.Instant
    ) async throws {
        let growing = Duration.milliseconds(25) * (1 << min(max(0, filling.tries - 3), 6))
        let pause = filling.tries < 3 ? .zero : min(growing, Self.longestFillPause)
        let isOver = ContinuousClock.now + pause >= deadline
        if isOver || (filling.isHopeless && filling.tries >= Self.fewestTries) {
            if filling.kept != nil { throw filling.notKept(query) }
            return
        }
        if pause > .zero { try await Task.sleep(for: pause) }
    }

    private func put(
        _ value: String,
        into element: Element,
        _ observation: TargetObservation,
        byKeys: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws {
        let value = value.replacing("\r\n", with: "\n")
        documents.mayBeLeaving = true  // a field that is complete may send its form
        if observation.editing == "set" || (value.isEmpty && observation.actual == "") { return }
        // In frames too for HTML: keys begin at one end of what an element holds that always has the focus (`body`).
        let isInsertable = isInTopDocument || context.isOutside || observation.editing == "html"
        if !value.isEmpty, !byKeys, isInsertable, try await insert(value, until: deadline) { return }
        let keys = observation.isOneLine == true ? value.replacing("\n", with: " ") : value
        try await send(value.isEmpty ? "\u{E017}" : keys, to: element, observation, until: deadline)
    }

    /// Inserts text where the focus is; `false` where the driver cannot.
    private func insert(_ text: String, until deadline: ContinuousClock.Instant) async throws -> Bool {
        let command = Command<Nothing>.executeCDP("Input.insertText", ["text": text])
        return try await byDevTools { try await attempt(command, until: deadline) } != nil
    }
}
