public import CanaryModel
import WebDriver

extension Locator {
    /// Makes a checkbox, radio button or switch checked or not; nothing where it is so already.
    ///
    /// One that is hidden behind a drawn one is set by its label.
    ///
    /// - Throws: ``BrowserError`` with the diagnosis where it cannot be clicked, with code `value` where the
    ///   click does not change it.
    @discardableResult
    public func setChecked(
        _ isChecked: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .check,
                preparation: .check,
                wanted: isChecked ? "to be checkable" : "to be uncheckable"
            )
            let (notes, report) = try await page.act(on: query, in: frame, until: deadline) { observation in
                try await page.setChecked(isChecked, observation, query, until: deadline)
            }
            return report.adding(notes)
        }
    }

    /// Chooses an option of a `select` element.
    ///
    /// The option is clicked, as a person does: the page gets all its events. Where it then sets the list back, as it may
    /// for a list of things to do, that is a note.
    @discardableResult
    public func select(
        _ choice: OptionChoice,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .option,
                preparation: .option(choice),
                wanted: "to be a <select> with the option \(choice.words)"
            )
            let (notes, report) = try await page.act(on: query, in: frame, until: deadline) { observation in
                guard let option = observation.option else { return nil as [String]? }
                if observation.checked == true { return [] }
                let place = try await page.choose(option, observation, until: deadline)
                return place?.replaced.map { ["the page has set the list back to \"\($0)\""] } ?? []
            }
            return report.adding(notes)
        }
    }

    /// Puts files into a file input, which may be hidden.
    ///
    /// The paths are absolute. A driver that was not started here gets the files themselves first.
    @discardableResult
    public func upload(
        _ files: [String],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .present,
                preparation: .file(count: files.count),
                wanted: "to take the files"
            )
            return try await page.act(on: query, in: frame, until: deadline) { observation in
                try await page.upload(files, observation, until: deadline)
            }.1
        }
    }
}

extension OptionChoice {
    /// The choice in words.
    var words: String {
        switch self {
        case .label(let label): "\"\(label)\""
        case .value(let value): "with the value \"\(value)\""
        }
    }
}

extension Page {
    /// Clicks an option; where the page has broken what the driver needs for that, it is chosen by a script of our own.
    fileprivate func choose(
        _ option: Element,
        _ observation: TargetObservation,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState? {
        try await unlessBroken(until: deadline) {
            try await bringSession(until: deadline)
            return try await perform(.click(option), on: observation, until: deadline)
        } otherwise: {
            let _: Answer<Nothing>? = try await askNow(PageScript.choose, [option], until: deadline)
            return try await settleIfOpen(since: observation.place.document, until: deadline)
        }
    }

    /// Clicks a box that is not as it should be, and looks whether it then is.
    ///
    /// - Returns: Notes, as of a click; `nil`: try again.
    func setChecked(
        _ isChecked: Bool,
        _ observation: TargetObservation,
        _ query: TargetQuery,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String]? {
        if observation.checked == isChecked { return [] }
        guard let control = observation.control else { return nil }
        let press: [PointerStep] = [.down(), .up()]
        guard let notes = try await point(at: observation, query, press, until: deadline) else { return nil }
        // A switch may turn only when its server has answered.
        while let state = try await checkedState(of: control, in: observation.place, until: deadline),
            state != isChecked
        {
            // What is mixed becomes checked first, as a rule.
            if observation.checked == nil, state == !isChecked, .now < deadline { return nil }
            // The browser's own boxes turn by a click alone: where none came, nothing has happened.
            if !notes.isEmpty, observation.isNative == true, .now < deadline { return nil }
            if .now >= deadline {
                let state = "is still \(isChecked ? "unchecked" : "checked") after it was clicked"
                let message = (["\(query.target.written) \(state)"] + notes).joined(separator: "; ")
                throw BrowserError(.value, message)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        return notes
    }

    /// Whether a box is checked; `.some(nil)` where it is not one any more, `nil` where the page has left the document
    /// that it was in: it has acted on the click.
    private func checkedState(
        of control: Element,
        in place: DocumentState,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool?? {
        do {
            return .some(try await run(PageScript.readChecked, [control], until: deadline))
        } catch let error as WebDriverError where error.isOfLostDocument {
            guard try await hasLeft(place, until: deadline) else { throw error }
            return nil
        }
    }
}
