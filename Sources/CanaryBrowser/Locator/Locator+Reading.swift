public import CanaryModel
import WebDriver

extension Locator {
    /// The rendered text of the only visible match, white space normalised.
    public func text(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> String {
        try await page.explaining {
            try await read(.text, "to have a text", until: deadline) ?? ""
        }
    }

    /// The value of the form field that is the only visible match; `nil` where it is not one.
    public func value(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> String? {
        try await page.explaining {
            try await read(.value, "to have a value", until: deadline)
        }
    }

    /// An attribute of the only visible match; `nil` where it has none of the name.
    public func attribute(
        _ name: String,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> String? {
        try await page.explaining {
            try await read(.attribute(name), "to have \(name)", until: deadline)
        }
    }

    /// How many elements match now, visible or not.
    public func count(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> Int {
        try await page.explaining {
            try await page.count(target, in: frame, until: deadline)
        }
    }

    private func read(
        _ reading: TargetRequest.Part,
        _ wanted: String,
        until deadline: ContinuousClock.Instant
    ) async throws -> String? {
        let query = TargetQuery(target: target, need: .visible, preparation: .read(reading), wanted: wanted)
        return try await page.act(on: query, in: frame, until: deadline) { observation in
            .some(observation.actual)
        }.0
    }
}

extension Page {
    /// Reads something of the page as a text, as `save` keeps it.
    ///
    /// - Returns: The text; empty where the element has no such value or attribute.
    /// - Throws: ``BrowserError`` with the diagnosis where there is no such element by the deadline.
    public func read(
        _ reading: Reading,
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> String {
        func locator(_ target: Target) -> Locator { self.locator(target, frame: frame) }
        return switch reading {
        case .text(let target): try await locator(target).text(until: deadline)
        case .value(let target): try await locator(target).value(until: deadline) ?? ""
        case .attribute(let target, let name):
            try await locator(target).attribute(name, until: deadline) ?? ""
        case .count(let target): String(try await locator(target).count(until: deadline))
        case .title: try await place(until: deadline).title
        case .url: try await place(until: deadline).url
        }
    }

    /// Counts the matches of a target at one look.
    func count(
        _ target: Target,
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> Int {
        let any = Condition(
            .count(target, .atLeast(0)),
            position: SourcePosition(file: "", line: 0, column: 0)
        )
        let counted = try await looking(until: deadline) { _ -> Int? in
            try await enter(frame, until: deadline)
            let resolved = try await resolved(
                target,
                AccessibilityLookup(longest: .zero, looksIntoClosedTrees: true, deadline: deadline)
            )
            let request = ConditionsRequest(
                conditions: [PageCondition(any, target: resolved)],
                slice: 0
            )
            let seen: Judgement? = try await ask(PageScript.awaitConditions, request, until: deadline)
            return seen?.conditions?.first?.matches
        }
        guard let counted else { throw BrowserError(.timeout, "the page did not come to rest") }
        return counted
    }
}
