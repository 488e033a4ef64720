extension Command {
    /// Runs a function body in the current document and answers with what it returns or its promise brings.
    ///
    /// chromedriver runs it again, up to three times, where a navigation interrupts it: it must be idempotent.
    /// What it throws can be told as another error (a `SyntaxError` as `invalid element state`), so it had
    /// better catch and return. Arguments may hold elements, shadow roots, windows and frames.
    ///
    /// [Execute Script](https://www.w3.org/TR/webdriver2/#execute-script)
    public static func executeSync(_ script: String, arguments: [any Encodable & Sendable] = []) -> Self {
        Self(post: "/execute/sync", ScriptCall(script: script, arguments: arguments))
    }

    /// Runs a function body whose last argument is a callback, and answers with what that is called with.
    ///
    /// A dialog that opens meanwhile ends it with `null`; a navigation with `script timeout`, perhaps late.
    ///
    /// [Execute Async Script](https://www.w3.org/TR/webdriver2/#execute-async-script)
    public static func executeAsync(_ script: String, arguments: [any Encodable & Sendable] = []) -> Self {
        Self(post: "/execute/async", ScriptCall(script: script, arguments: arguments))
    }
}

private struct ScriptCall: Encodable {
    let script: String
    let arguments: [any Encodable & Sendable]

    private enum CodingKeys: String, CodingKey { case script, args }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(script, forKey: .script)
        var list = container.nestedUnkeyedContainer(forKey: .args)
        for argument in arguments {
            try argument.encode(to: list.superEncoder())
        }
    }
}
