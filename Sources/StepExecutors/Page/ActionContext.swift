import CanaryBrowser
import CanaryModel
import CanaryRunner

/// What an action works with: the page, the flow's base URL, and the variables saved so far.
struct ActionContext {
    let page: Page
    let baseURL: String?
    /// The files that the flow may read; `nil`: any.
    let files: FileAccess?
    let frame: [Target]
    /// The statuses of a document that are right: those that the step names, and those that the flow allows.
    let status: [Int]
    let allowStatus: [Int]
    let deadline: ContinuousClock.Instant
    /// The variables that the action saves.
    var saved: [String: JSONValue] = [:]

    /// Does the action.
    ///
    /// - Returns: How often it was tried, and notes.
    /// - Throws: `BrowserError`, ``RunError``, `CancellationError`.
    mutating func perform(_ action: Action) async throws -> ActionReport {
        switch action {
        case .open, .reload, .back, .forward: return try await navigate(action)
        case .click(let target): return try await locator(target).click(until: deadline)
        case .doubleClick(let target): return try await locator(target).doubleClick(until: deadline)
        case .rightClick(let target): return try await locator(target).rightClick(until: deadline)
        case .hover(let target): return try await locator(target).hover(until: deadline)
        case .check(let target): return try await locator(target).setChecked(true, until: deadline)
        case .uncheck(let target): return try await locator(target).setChecked(false, until: deadline)
        case .scroll(let target): return try await locator(target).scrollIntoView(until: deadline)
        case .fill(let target, let value): return try await locator(target).fill(value, until: deadline)
        case .type(let target, let text): return try await locator(target).type(text, until: deadline)
        case .press(let chord, let target?): return try await locator(target).press(chord, until: deadline)
        case .press(let chord, nil): try await page.press(chord, frame: frame, until: deadline)
        case .select(let target, let choice): return try await locator(target).select(choice, until: deadline)
        case .upload(let target, let paths):
            try check(paths) { $0.allows(path: $1) }
            return try await locator(target).upload(paths, until: deadline)
        case .drag(let target, let goal): return try await locator(target).drag(to: goal, until: deadline)
        case .window(let choice): try await page.goTo(choice, until: deadline)
        case .dialog(let answer): try await page.answerDialog(answer, until: deadline)
        case .waitFor(let conditions):
            return ActionReport(notes: try await page.expect(conditions, frame: frame, until: deadline))
        case .script(let script): try await run(script)
        case .save(let values): try await save(values)
        case .pause(let duration):
            try await duration.pass(until: deadline)
            try await page.checkTab(until: deadline)
        // A client does.
        case .request, .connect, .dns: throw RunError(.unsupported, "a page sends no requests of a flow")
        }
        return ActionReport()
    }

    private func locator(_ target: Target) -> Locator { page.locator(target, frame: frame) }

    private func navigate(_ action: Action) async throws -> ActionReport {
        switch action {
        case .open(let url):
            let url = try absolute(url)
            try await page.open(url, status: status, allowing: allowStatus, until: deadline)
        case .reload: try await page.reload(until: deadline)
        case .back: try await page.back(until: deadline)
        default: try await page.forward(until: deadline)
        }
        return ActionReport()
    }

    /// Resolves a URL against the base URL as browsers do.
    private func absolute(_ url: String) throws -> String {
        guard let resolved = url.resolved(against: baseURL) else {
            throw BrowserError(
                .flow,
                "\(url) is not a valid URL",
                help: "give the flow a baseURL, or an absolute URL here"
            )
        }
        // The values of saved variables come from pages.
        try check([resolved]) { $0.allows(url: $1) }
        return resolved
    }

    private func check(_ names: [String], _ isAllowed: (FileAccess, String) -> Bool) throws {
        guard let files, let name = names.first(where: { !isAllowed(files, $0) }) else { return }
        throw BrowserError(
            .flow,
            "\(name) lies outside of the flow's folder and the current folder",
            help: "move it there, or allow its folder with --allow-file-access DIR"
        )
    }

    private mutating func run(_ script: Script) async throws {
        let value = try await page.run(script, frame: frame, until: deadline)
        if let name = script.save {
            saved[name] = .string(value?.text ?? "")
        }
    }

    private mutating func save(_ values: [SavedValue]) async throws {
        for value in values {
            saved[value.name] = .string(try await page.read(value.reading, frame: frame, until: deadline))
        }
    }
}
