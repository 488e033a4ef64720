/// What a value that was read of a response must be.
public indirect enum ValueTest: Sendable, Hashable {
    /// The same JSON value: `"5"` is not `5`.
    case equals(JSONValue)
    /// One of several statuses: 200, or all of a class as 2 stands for 200 to 299.
    case isStatus([StatusRange])
    /// A text that has this part, or an array or several nodes of which one is this value.
    case contains(JSONValue)
    /// A text in which a regular expression matches somewhere.
    case matches(String)
    /// A text that begins so.
    case startsWith(String)
    /// A text that ends so.
    case endsWith(String)
    /// A number not under this one.
    ///
    /// What it is compared with is a number, or a string that refers to a saved one until the step is resolved; so with the
    /// three after it.
    case atLeast(JSONValue)
    /// A number not over this one.
    case atMost(JSONValue)
    /// A number under this one.
    case lessThan(JSONValue)
    /// A number over this one.
    case greaterThan(JSONValue)
    /// So many nodes; of one node that is an array or an object, its members.
    case count(ValueTest)
    /// A value of this type.
    case type(JSONType)
    /// A value that is valid by this JSON Schema (2020-12).
    case schema(JSONValue)
    /// No node, or at least one where it is `false`.
    case absent(Bool)
    /// A text of this form; `false`: of any other.
    case format(ValueFormat, Bool)
    /// What these filters make of the values, each in its turn.
    case filtered([ValueFilter], ValueTest)
    /// At least one value, and each passes.
    case each(ValueTest)
    /// One value at least passes.
    case any(ValueTest)

    /// Whether every text fits, since the text to compare with is empty.
    var fitsEveryText: Bool {
        switch self {
        case .contains(.string(let text)), .matches(let text), .startsWith(let text), .endsWith(let text):
            text.isEmpty
        case .filtered(_, let test), .each(let test), .any(let test): test.fitsEveryText
        default: false
        }
    }
}
