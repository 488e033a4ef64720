import CanaryModel

/// Reads flow files, checks them and puts their variables in.
///
/// Nothing is started and nothing written; the files are the flows, the shared steps that they
/// `use`, and those that they `upload`, of which only the existence is looked at.
public struct FlowReader: Sendable {
    let variables: [String: String]
    let environment: [String: String]
    let baseURL: String?
    let permissions: FlowPermissions

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - variables: The values of `--var`; they go before what a flow says.
    ///   - environment: The environment of the process, with the values of `--env-file` put in;
    ///     they go after what a flow says.
    ///   - baseURL: The value of `--base-url`: replaces the flow's `baseURL` and sets `BASE_URL`.
    ///   - permissions: What flows may do beyond looking at pages.
    public init(
        variables: [String: String] = [:],
        environment: [String: String] = [:],
        baseURL: String? = nil,
        permissions: FlowPermissions = FlowPermissions()
    ) {
        self.variables = variables
        self.environment = environment
        self.baseURL = baseURL
        self.permissions = permissions
    }

    /// Reads one flow file.
    ///
    /// - Parameter path: The file, as it shall be named in results and messages.
    /// - Returns: The flow, or its mistakes; a file that cannot be read is one of them.
    public func read(path: String) -> FlowReading {
        readFile(path).reading
    }

    /// Reads the flows of one run: files, and folders searched as ``FlowSearch`` does.
    ///
    /// - Parameter paths: Files and folders. A file that is named twice is read once.
    /// - Returns: The flows and the mistakes of all files; two flows of one name are a mistake too.
    public func read(paths: [String]) -> FlowSet {
        let search = FlowSearch(paths)
        var flows: [Flow] = []
        var diagnostics = search.diagnostics
        var missing: [String: [FlowDiagnostic]] = [:]
        var warnings: [String: [FlowDiagnostic]] = [:]
        var names: [String: SourcePosition] = [:]
        var untold = 0
        for file in search.files where !Task.isCancelled {
            let found = readFile(file)
            diagnostics += found.reading.diagnostics
            untold += found.reading.untold
            if !found.reading.missing.isEmpty { missing[file] = found.reading.missing }
            if !found.reading.warnings.isEmpty { warnings[file] = found.reading.warnings }
            guard let flow = found.reading.flow, let place = found.namePlace else { continue }
            if let first = names[flow.name] {
                diagnostics.append(
                    FlowDiagnostic(at: place, "the name '\(flow.name)' is taken by the flow at \(first)")
                )
            } else {
                names[flow.name] = place.position
                flows.append(flow)
            }
        }
        return FlowSet(
            flows: flows,
            diagnostics: diagnostics,
            untold: untold,
            missing: missing,
            warnings: warnings
        )
    }

    /// Reads a file; with the place of the flow's name, where there is a flow.
    private func readFile(_ path: String) -> (reading: FlowReading, namePlace: SourcePlace?) {
        switch SourceText.read(path) {
        case .failure(let diagnostic):
            return (FlowReading(flow: nil, diagnostics: [diagnostic], missing: [], warnings: []), nil)
        case .success(let source): return read(source, path)
        }
    }

    /// Reads a flow from its text; `path` says where the files lie that it names.
    func read(_ source: SourceText, _ path: String) -> (reading: FlowReading, namePlace: SourcePlace?) {
        let path = FilePath.normalized(path) ?? path
        let folder = FilePath.folder(of: path)
        let context = FlowContext(
            file: source.file,
            folder: folder,
            variables: outsideVariables,
            givenBaseURL: baseURL,
            permissions: permissions
        )
        let decoder = FileDecoder(source: source, context: context, folder: folder, path: [path])
        let document = JSON5Document(source)
        decoder.report(document.errors)
        let flow = document.root.flatMap { decoder.flow($0) }
        let (mistakes, missing, warnings) = context.diagnostics()
        let isSound = flow != nil && mistakes.isEmpty
        let reading = FlowReading(
            flow: isSound ? flow : nil,
            diagnostics: Array(mistakes.prefix(FlowContext.toldMistakes)),
            untold: max(0, mistakes.count - FlowContext.toldMistakes) + context.countedMistakes,
            missing: missing,
            warnings: warnings
        )
        guard isSound else { return (reading, nil) }
        return (reading, document.place(of: "name", in: source))
    }

    private var outsideVariables: Variables {
        var given = variables
        if let baseURL { given["BASE_URL"] = baseURL }
        return Variables(
            given: given,
            environment: environment,
            readableSecrets: permissions.environment
        )
    }
}

extension JSON5Document {
    /// The place of a value of the outermost object.
    fileprivate func place(of key: String, in source: SourceText) -> SourcePlace? {
        guard case .object(let members)? = root?.value, let member = members[key] else { return nil }
        return SourcePlace(source, at: member.value.range.lowerBound)
    }
}
