/// A part of a step until it is resolved: its texts may refer to variables that `save` steps set while the flow runs.
///
/// Every other variable is put in when the file is read. What refers to none resolves to itself.
public struct Template<Value: TextMappable>: Sendable, Hashable {
    /// The value with a ``SavedReference`` in its texts where the value of a variable goes.
    private let value: Value

    /// Makes a template.
    ///
    /// - Parameter value: The value, ``SavedReference/mark(_:fallback:)`` in its texts where the value of a variable goes.
    public init(_ value: Value) { self.value = value }

    /// The value as a flow file has it: `${NAME}` where the value of a variable goes.
    public var written: Value { value.mapped(by: TextMap(text: SavedReference.written)) }

    /// The value with those of the variables in their places.
    ///
    /// In the address of `open` they stand as ``URLValue`` writes them. A string of a JSON value that is nothing but a
    /// reference becomes the value with its type; anywhere else its text stands.
    ///
    /// - Throws: ``UnsavedVariable`` where one of them was not saved.
    public func resolved(with values: [String: JSONValue]) throws(UnsavedVariable) -> Value {
        var missing: String?
        let resolved = value.mapped(by: Self.map(values) { missing = missing ?? $0 })
        if let missing { throw UnsavedVariable(name: missing) }
        return resolved
    }

    /// The same, where it is good enough as far as variables were saved: for a picture of what failed.
    ///
    /// For others there is `${NAME}`.
    public func filled(with values: [String: JSONValue]) -> Value {
        value.mapped(by: Self.map(values) { _ in }).mapped(by: TextMap(text: SavedReference.written))
    }

    private static func map(_ values: [String: JSONValue], _ miss: @escaping (String) -> Void) -> TextMap {
        func resolve(_ text: String, isURL: Bool) -> String {
            // In the text as written: a value may hold anything.
            if let missing = SavedReference.missing(in: text, values) { miss(missing) }
            return SavedReference.resolve(text, with: values, isURL: isURL)
        }
        return TextMap(
            text: { resolve($0, isURL: false) },
            url: { resolve($0, isURL: true) },
            json: { SavedReference.value(of: $0, in: values) ?? .string(resolve($0, isURL: false)) }
        )
    }
}

extension Template<Action> {
    /// What kind of action it is.
    public var kind: Action.Kind { value.kind }

    /// How long it waits, where it is a pause.
    public var pause: Duration? { if case .pause(let pause) = value { pause } else { nil } }

    /// Whether it is a request with the cookies of the page.
    public var takesBrowserCookies: Bool {
        if case .request(let request) = value { request.options.cookies == .browser } else { false }
    }

    /// How long it is tried again, where it is a request that is.
    public var retryLimit: Duration? {
        if case .request(let request) = value { request.retry?.limit } else { nil }
    }
}
