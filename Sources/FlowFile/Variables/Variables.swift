import CanaryModel

/// The variables of one flow, and where their values come from.
///
/// The first that has a name gives its value: what an earlier `save` sets, `--var`, the flow's
/// `variables`, the environment. A secret is never looked for in the flow.
struct Variables {
    /// What is found for a name.
    enum Value: Hashable {
        ///
        /// A variable of the flow may hold a value that is only known while the flow runs: `order-${uuid}`.
        case text(String, isSecret: Bool, holdsSaved: Bool = false)
        /// A row of `forEach`, or a member of it, with its type.
        case row(JSONValue)
        /// Only known while the flow runs.
        case saved
        /// Declared in the flow, and its value is not there, which is reported at its place.
        case missing
        /// Declared in the flow with a mistake that is reported there.
        case broken
        /// In the environment, by the name of a secret, and not declared as one.
        case undeclaredSecret
        case unset
    }

    private let given: [String: String]
    private let environment: [String: String]
    private let readableSecrets: Set<String>
    private var resolved: [String: Value] = [:]
    private(set) var saved: Set<String> = []
    private(set) var secrets: [String: String] = [:]
    /// The row that a step of `forEach` is decoded for.
    var row: JSONValue?

    /// Makes variables.
    ///
    /// - Parameters:
    ///   - given: Those of the command line.
    ///   - environment: Those of the environment.
    ///   - readableSecrets: Names of secrets in the environment that need not be declared.
    init(given: [String: String], environment: [String: String], readableSecrets: Set<String> = []) {
        self.given = given
        self.environment = environment
        self.readableSecrets = readableSecrets
    }

    /// What is known for the name at this point of the flow.
    func value(of name: String) -> Value {
        if let row, name == "row" || name.hasPrefix("row.") {
            return row.member(name.split(separator: ".").dropFirst()).map(Value.row) ?? .unset
        }
        return saved.contains(name) ? .saved : valueBefore(name)
    }

    /// What is known for the name where no step has saved it.
    func valueBefore(_ name: String) -> Value {
        if let secret = secrets[name] { return secret.isEmpty ? .missing : .text(secret, isSecret: true) }
        if let text = given[name] { return .text(text, isSecret: false) }
        if let value = resolved[name] { return value }
        // What an environment happens to have under such a name is not what `${now}` means.
        guard let text = environment[name], !GeneratedValue.names.contains(name) else { return .unset }
        if Self.isSecretName(name), !readableSecrets.contains(name) { return .undeclaredSecret }
        return .text(text, isSecret: false)
    }

    /// Whether a variable of the environment holds a secret by its name: `API_KEY`, not `KEYCLOAK_URL`.
    static func isSecretName(_ name: String) -> Bool {
        name.split(separator: "_").last.map { secretWords.contains($0.uppercased()) } ?? false
    }

    private static let secretWords: Set<String> = ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIALS"]

    /// The value from outside of the flow, which overrides (`--var`) or is overridden by the flow's own.
    func outside(_ name: String) -> (text: String, goesFirst: Bool)? {
        given[name].map { ($0, true) } ?? environment[name].map { ($0, false) }
    }

    /// Takes in a variable of the flow.
    mutating func declare(_ name: String, _ value: Value) { resolved[name] = value }

    /// Takes in a secret; an empty value stands for one that is not there.
    mutating func declareSecret(_ name: String, _ value: String) { secrets[name] = value }

    /// From here on the name stands for what a step saves.
    mutating func save(_ name: String) { saved.insert(name) }

    /// The names that a mistyped one is compared with.
    ///
    /// The environment's are left out: a message shall not tell what a machine has set.
    var names: [String] { (saved.union(given.keys).union(resolved.keys).union(secrets.keys)).sorted() }
}

extension JSONValue {
    /// The value of a member of members; `nil` where there is none.
    func member(_ path: ArraySlice<Substring>) -> JSONValue? {
        guard let name = path.first else { return self }
        guard case .object(let object) = self else { return nil }
        return object[String(name)]?.member(path.dropFirst())
    }
}
