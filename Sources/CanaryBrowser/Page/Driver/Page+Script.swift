public import CanaryModel
import WebDriver

extension Page {
    /// Runs JavaScript in a frame of the page.
    ///
    /// - Returns: What it returned; `nil` for `null` and `undefined`.
    /// - Throws: ``BrowserError`` with code `script` where it throws, `flow` where it is not valid JavaScript, `timeout`
    ///   where it does not end in time.
    public func run(
        _ script: Script,
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> JSONValue? {
        try await explaining { try await outcome(of: script, frame, until: deadline) }
    }

    private func outcome(
        of script: Script,
        _ frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> JSONValue? {
        try await enterFrame(frame, until: deadline)
        let document = try await settle(since: nil, until: deadline)?.document
        let isInside = try await looking(until: deadline) { _ -> Bool? in
            try await bringSession(until: deadline)
            return true
        }
        if isInside == nil { throw BrowserError(.timeout, "the frame did not load in time") }
        try await allowScript(until: deadline)
        let command = Command<ScriptOutcome?>.executeSync(Self.wrapped(script.source), arguments: script.args)
        documents.mayBeLeaving = true
        guard let outcome = try await outcome(of: script, by: command, until: deadline) else {
            throw try await dialogError(saying: nil)
        }
        if let error = outcome.error { throw BrowserError(.script, "the script threw: \(error)") }
        try await settle(since: document, until: deadline)
        try await takeSessionOut(until: deadline)
        return outcome.value
    }

    /// Sends a script of the flow; one that does not let go holds the page up for whatever comes after it, too.
    private func outcome(
        of script: Script,
        by command: Command<ScriptOutcome?>,
        until deadline: ContinuousClock.Instant
    ) async throws -> ScriptOutcome? {
        do {
            return try await attempt(command, until: deadline)
        } catch let error as WebDriverError {
            // A promise that is never kept keeps nothing else from the page.
            if error.code == .scriptTimeout, try await !isAnswering() { try await tellSilence() }
            if error.code == .javascriptError, try await !checkSyntax(of: script, until: deadline) {
                throw BrowserError(unclearScript: error.message)
            }
            throw await explained(error)
        }
    }

    /// Makes sure that the driver did not refuse a script since it is not valid JavaScript.
    ///
    /// - Returns: Whether it is known; a driver without DevTools does not tell.
    /// - Throws: ``BrowserError`` with code `flow` where it is so.
    @discardableResult
    func checkSyntax(of script: Script, until deadline: ContinuousClock.Instant) async throws -> Bool {
        let command = Command<Compilation>.executeCDP("Runtime.compileScript", CompiledScript(script))
        let compilation = try await byDevTools { try await attempt(command, until: deadline) }
        guard let compilation else { return false }
        guard let exception = compilation.exceptionDetails?.exception?.description else { return true }
        let mistake = exception.split(whereSeparator: \.isNewline).first.map(String.init) ?? exception
        throw BrowserError(.flow, "the script is not valid JavaScript: \(mistake)")
    }

    /// Enters a frame, and says in the error what the frame was for.
    func enterFrame(_ frame: [Target], until deadline: ContinuousClock.Instant) async throws {
        let entered = try await looking(until: deadline) { _ -> Bool? in
            try await enter(frame, until: deadline)
            return true
        }
        if entered == nil { throw BrowserError(.selector, "the frame was not found") }
    }

    /// What a script throws comes back as a value: chromedriver takes a thrown object's `code` for its own.
    static func wrapped(_ source: String) -> String {
        """
        return (async function () {
        \(source)
        }).apply(null, arguments).then(
            (value) => ({ value }),
            (error) => {
                const { stack, message } = Object(error);
                const told = typeof stack === "string" ? stack.split("\\n")[0] : typeof message === "string" ? message : error;
                return { error: typeof told === "symbol" ? "a symbol" : `${told}` };
            });
        """
    }
}

/// What came of a script of the flow.
struct ScriptOutcome: Decodable, Sendable {
    var value: JSONValue?
    var error: String?
}

/// The parameters of `Runtime.compileScript` for a script of a flow.
private struct CompiledScript: Encodable {
    let expression: String
    let sourceURL = ""
    let persistScript = false

    init(_ script: Script) { expression = "(async function () {\n\(script.source)\n})" }
}

private struct Compilation: Decodable, Sendable {
    struct Details: Decodable, Sendable {
        struct Exception: Decodable, Sendable { let description: String? }
        let exception: Exception?
    }
    let exceptionDetails: Details?
}
