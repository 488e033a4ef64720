/// What becomes of the texts of a step, and who sees its targets.
public struct TextMap {
    /// What becomes of a text.
    public var text: (String) -> String
    /// What becomes of the address that `open` opens.
    public var url: (String) -> String
    /// What becomes of a string of a JSON value.
    public var json: (String) -> JSONValue
    /// Sees each target that an action or a condition has, as it then is, in the order of the file.
    public var see: (Target) -> Void

    /// Makes a map; what is left out changes nothing.
    public init(
        text: @escaping (String) -> String = { $0 },
        url: ((String) -> String)? = nil,
        json: ((String) -> JSONValue)? = nil,
        see: @escaping (Target) -> Void = { _ in }
    ) {
        (self.text, self.url, self.see) = (text, url ?? text, see)
        self.json = json ?? { .string(text($0)) }
    }

    /// A target that an action or a condition has.
    func target(_ target: Target) -> Target {
        let target = target.mapped(by: self)
        see(target)
        return target
    }
}
