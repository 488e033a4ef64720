import Foundation

extension Data {
    /// JSON in which no string has a part that a runner of GitHub Actions takes for a command where the JSON is shown in
    /// its log: `##[` at any place of a line ([ActionCommand](https://github.com/actions/runner), `TryParse`).
    ///
    /// The value stays the same: the second `#` is written as `\u0023`. Commands of the form `::name::` begin a line, as
    /// no string does here.
    func withoutWorkflowCommands() -> Data {
        var result = Data()
        var rest = self[...]
        while let command = rest.range(of: Data("##[".utf8)) {
            result += rest[..<command.lowerBound] + Data(#"#\u0023["#.utf8)
            rest = rest[command.upperBound...]
        }
        return result.isEmpty ? self : result + rest
    }
}
