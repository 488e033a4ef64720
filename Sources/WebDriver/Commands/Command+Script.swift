import Foundation

extension Command {
    /// Runs a function body in the current document and answers with what it returns or its promise brings.
    ///
    /// chromedriver runs it again, up to three times, where a navigation interrupts it: it must be idempotent.
    /// What it throws can be reported as another error (a `SyntaxError` as `invalid element state`), so it had
    /// better catch and return. Arguments may hold elements, shadow roots, windows and frames.
    ///
    /// [Execute Script](https://www.w3.org/TR/webdriver2/#execute-script)
    public static func executeSync(_ script: String, arguments: [any Encodable & Sendable] = []) -> Self {
        executeSync(PreparedScript(script), arguments: arguments)
    }

    /// Runs a prepared script as ``executeSync(_:arguments:)-(String,_)`` does.
    public static func executeSync(
        _ script: PreparedScript,
        arguments: [any Encodable & Sendable] = []
    ) -> Self {
        Self(post: "/execute/sync", body: scriptBody(script, arguments))
    }

    /// Runs a function body whose last argument is a callback, and answers with what that is called with.
    ///
    /// A dialog that opens meanwhile ends it with `null`; a navigation with `script timeout`, perhaps late.
    ///
    /// [Execute Async Script](https://www.w3.org/TR/webdriver2/#execute-async-script)
    public static func executeAsync(_ script: String, arguments: [any Encodable & Sendable] = []) -> Self {
        executeAsync(PreparedScript(script), arguments: arguments)
    }

    /// Runs a prepared script as ``executeAsync(_:arguments:)-(String,_)`` does.
    public static func executeAsync(
        _ script: PreparedScript,
        arguments: [any Encodable & Sendable] = []
    ) -> Self {
        Self(post: "/execute/async", body: scriptBody(script, arguments))
    }
}

/// `{"args":[…],"script":"…"}`.
private func scriptBody(
    _ script: PreparedScript,
    _ arguments: [any Encodable & Sendable]
) -> Result<Data, any Error> {
    Result {
        let script = try script.json.get()
        let arguments = try JSONText.encode(ScriptArguments(arguments: arguments))
        var body = Data(capacity: script.count + arguments.count + 24)
        body.append(contentsOf: #"{"args":"#.utf8)
        body.append(arguments)
        body.append(contentsOf: #","script":"#.utf8)
        body.append(script)
        body.append(UInt8(ascii: "}"))
        return body
    }
}

/// Arguments of any types as a JSON array.
private struct ScriptArguments: Encodable {
    let arguments: [any Encodable & Sendable]

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for argument in arguments {
            try argument.encode(to: list.superEncoder())
        }
    }
}
