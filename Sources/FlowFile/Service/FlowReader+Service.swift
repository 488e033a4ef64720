import CanaryModel

extension FlowReader {
    /// Whether a file is a service file by its name: `canary-service.json5`.
    public static func isServiceFile(_ path: String) -> Bool { path.hasSuffix("service.json5") }

    /// Reads a service file, and the flows that it names.
    ///
    /// - Parameter path: The file, as it shall be named in messages.
    /// - Returns: What it says, or all mistakes; a file that cannot be read is one.
    public func readService(path: String) -> ServiceReading {
        switch SourceText.read(path) {
        case .failure(let diagnostic):
            return ServiceReading(service: nil, diagnostics: [diagnostic], missing: [], warnings: [])
        case .success(let source): return readService(source, path)
        }
    }

    private func readService(_ source: SourceText, _ path: String) -> ServiceReading {
        let path = FilePath.normalized(path) ?? path
        let folder = FilePath.folder(of: path)
        let context = FlowContext(
            file: source.file,
            folder: folder,
            variables: Variables(given: variables, environment: environment),
            givenBaseURL: nil,
            permissions: permissions
        )
        let decoder = FileDecoder(source: source, context: context, folder: folder, path: [path])
        let document = JSON5Document(source)
        decoder.report(document.errors)
        var service = document.root.flatMap { decoder.service($0) } ?? ServiceDefinition()
        let declared = service.canaries
        var flows = ReadFlows()
        service.canaries = declared.flatMap { canaries($0, decoder, &flows) }
        decoder.checkNames(of: service.canaries)
        let (mistakes, missing, warnings) = context.diagnostics()
        let all = mistakes + flows.diagnostics
        return ServiceReading(
            service: all.isEmpty ? service : nil,
            diagnostics: all,
            missing: missing + flows.missing,
            warnings: warnings + flows.warnings
        )
    }

    /// What was found in the flows, each message once: several canaries may run one flow.
    private struct ReadFlows {
        var diagnostics: [FlowDiagnostic] = []
        var missing: [FlowDiagnostic] = []
        var warnings: [FlowDiagnostic] = []

        mutating func take(_ set: FlowSet) {
            diagnostics += set.diagnostics.filter { !diagnostics.contains($0) }
            missing += set.missing.values.joined().filter { !missing.contains($0) }
            warnings += set.warnings.values.joined().filter { !warnings.contains($0) }
        }
    }

    /// The canaries that an entry stands for: one for each flow of a folder.
    private func canaries(
        _ entry: CanaryDefinition,
        _ decoder: FileDecoder,
        _ found: inout ReadFlows
    ) -> [CanaryDefinition] {
        guard case .flow(let path) = entry.work else { return [entry] }
        let settings = entry.settings
        let reader = FlowReader(
            variables: variables.merging(settings.variables) { $1 },
            environment: environment.merging(settings.environment) { $1 },
            permissions: permissions
        )
        let set = reader.read(paths: [path])
        found.take(set)
        return set.flows.map { flow in
            var canary = entry
            canary.work = .flow(flow.file)
            if canary.name.isEmpty { canary.name = flow.name }
            return canary
        }
    }
}
