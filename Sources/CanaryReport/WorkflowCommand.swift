/// A [workflow command](https://docs.github.com/actions/reference/workflow-commands-for-github-actions) of GitHub
/// Actions: a line that the runner acts on.
struct WorkflowCommand {
    /// What it is called: `error`.
    let name: String
    /// Its properties, in order; those without a value are left out.
    var properties: KeyValuePairs<String, String?> = [:]
    /// What it says; line ends are kept.
    let message: String

    /// The command as a line, with a newline at the end.
    var line: String {
        let given = properties.compactMap { key, value in
            value.map { "\(key)=\($0.escaped(Self.inProperties))" }
        }
        let list = given.isEmpty ? "" : " " + given.joined(separator: ",")
        return "::\(name)\(list)::\(message.escaped(Self.inMessages))\n"
    }

    private static let inMessages: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]
    private static let inProperties = inMessages.merging([":": "%3A", ",": "%2C"]) { $1 }
}

extension String {
    fileprivate func escaped(_ escapes: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let escape = escapes[scalar] {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
