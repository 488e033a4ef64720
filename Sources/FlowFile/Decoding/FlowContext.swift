import CanaryModel

/// What one flow and the shared steps that it uses have in common while they are decoded.
final class FlowContext {
    /// What is known of variables at the step that is being decoded.
    var variables: Variables
    /// The value of `--base-url`.
    let givenBaseURL: String?
    /// What relative URLs are resolved against.
    var baseURL: String?
    /// What its requests have in common.
    var requests = RequestDefaults()
    /// What the flow may do.
    let permissions: FlowPermissions
    /// The files that it may read.
    let files: FileAccess
    private(set) var mistakes: [Mistake] = []
    private var fileOrder: [String: Int]
    private var sharedFiles: [String: SharedSteps] = [:]
    private var stepCount = 0
    /// The steps that look at a page without doing anything to it.
    var looks: [SourcePlace] = []
    /// Whether a step does something to a page, and whether one is a request.
    var actsOnPage = false, sendsRequests = false
    /// What the flow makes for itself.
    var generated: Set<GeneratedValue> = []
    /// How long the texts are by now that variables were put into, in bytes.
    var expandedLength = 0
    /// Whether it was reported that these are too long.
    var isExpandedTooFar = false
    /// How many mistakes are only counted.
    private(set) var countedMistakes = 0
    private var remarkCount = 0
    /// Whether it was reported that there are too many steps.
    var isFull = false

    /// What is not there, where that is what a diagnostic tells.
    enum Missing {
        case variable(String)
        case secret
    }

    /// A diagnostic, and the value whose lack it tells.
    struct Mistake {
        var diagnostic: FlowDiagnostic
        var missing: Missing?
        /// Whether it is none, but may not say what is meant.
        var isWarning = false
    }

    /// Shared steps that use shared steps could stand for any number; this many none has by hand.
    static let maximumSteps = 100_000

    /// How long all texts with variables may become; a large flow has some thousand bytes of them.
    static let maximumExpandedLength = 64 << 20

    /// So many mistakes of a file are reported, and so many are sorted to find the first of them.
    static let toldMistakes = 100
    private static let keptMistakes = 1000

    init(
        file: String,
        folder: String,
        variables: Variables,
        givenBaseURL: String?,
        permissions: FlowPermissions
    ) {
        fileOrder = [file: 0]
        self.variables = variables
        self.givenBaseURL = givenBaseURL
        self.permissions = permissions
        files = FileAccess(folders: FileName.readable(besides: folder, permissions.folders))
    }

    /// Notes a mistake, the lack of a value, or what may not say what is meant.
    func report(_ diagnostic: FlowDiagnostic, missing: Missing? = nil, isWarning: Bool = false) {
        let file = diagnostic.position.file
        if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
        mistakes.append(Mistake(diagnostic: diagnostic, missing: missing, isWarning: isWarning))
        if missing != nil || isWarning { remarkCount += 1 }
    }

    /// Whether there are so many lacks and warnings that further ones say nothing.
    var hasManyRemarks: Bool { remarkCount >= Self.keptMistakes }

    /// Counts a mistake that need not be looked at, after very many; false where it is still to be reported.
    func isCountedOnly() -> Bool {
        guard mistakes.count - remarkCount >= Self.keptMistakes else { return false }
        countedMistakes += 1
        return true
    }

    /// Counts a step; false where there are too many.
    func countStep() -> Bool {
        stepCount += 1
        if Task.isCancelled { isFull = true }
        return !isFull && stepCount <= Self.maximumSteps
    }

    /// The shared steps at a path; each file is read once.
    func sharedSteps(at path: String) -> SharedSteps {
        if let known = sharedFiles[path] { return known }
        let steps = SharedSteps(path: path)
        sharedFiles[path] = steps
        return steps
    }

    /// Every mistake, every lack of a value and every warning once: file after file, each from top to bottom, the
    /// values of secrets masked.
    func diagnostics() -> (
        mistakes: [FlowDiagnostic], missing: [FlowDiagnostic], warnings: [FlowDiagnostic]
    ) {
        let all = mistakes.map(final)
        return (
            tellable(all.filter { $0.missing == nil && !$0.isWarning }),
            tellable(all.filter { $0.missing != nil }), tellable(all.filter(\.isWarning))
        )
    }

    private func tellable(_ mistakes: [Mistake]) -> [FlowDiagnostic] {
        var told: Set<FlowDiagnostic> = []
        let secrets = variables.secrets.values.filter { $0.count >= 4 }.sorted { $0.count > $1.count }
        return mistakes.map(\.diagnostic).sorted(by: isBefore).filter { told.insert($0).inserted }
            .map { $0.masking(secrets) }
    }

    private func final(_ mistake: Mistake) -> Mistake {
        guard case .variable(let name)? = mistake.missing, variables.saved.contains(name) else {
            return mistake
        }
        let message = "the variable '\(name)' is used before the step that saves it"
        return Mistake(diagnostic: mistake.diagnostic.saying(message))
    }

    private func isBefore(_ a: FlowDiagnostic, _ b: FlowDiagnostic) -> Bool {
        let order = { (diagnostic: FlowDiagnostic) in
            (
                self.fileOrder[diagnostic.position.file] ?? 0, diagnostic.position.line,
                diagnostic.position.column
            )
        }
        return order(a) < order(b)
    }
}
