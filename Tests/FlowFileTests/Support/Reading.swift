import CanaryModel

@testable import FlowFile

/// What comes of reading a text as a flow file.
func reading(
    _ text: String,
    variables: [String: String] = [:],
    environment: [String: String] = [:],
    baseURL: String? = nil,
    permissions: FlowPermissions = FlowPermissions(),
    path: String = "t.canary.json5"
) -> FlowReading {
    FlowReader(
        variables: variables,
        environment: environment,
        baseURL: baseURL,
        permissions: permissions
    )
    .read(source(text, file: path), path).reading
}

/// What is suggested for a file that a flow may not read.
let outsideHelp = "move it there, or allow its folder with --allow-file-access DIR"

/// What comes of reading one step; it begins in line 2, column 1.
func readingStep(_ step: String, environment: [String: String] = [:]) -> FlowReading {
    reading("{ name: 't', baseURL: 'http://site', steps: [\n\(step)\n] }", environment: environment)
}

extension FlowReading {
    /// Mistakes and what is missing as `line:column message; suggestion`, from top to bottom.
    var told: [String] {
        (diagnostics + missing)
            .sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
            .map(\.told)
    }
}

extension FlowDiagnostic {
    /// The diagnostic as `line:column message; suggestion`.
    var told: String {
        "\(position.line):\(position.column) \(message)" + (suggestion.map { "; \($0)" } ?? "")
    }
}
