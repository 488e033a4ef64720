/// The value of a variable as it goes into a URL.
public enum URLValue {
    /// `value` as it goes behind `url`.
    ///
    /// Right after a `=` in the query it is one value: what would end it there or be read as something else (`&`, `#`,
    /// `+`) is percent-encoded. Browsers themselves encode spaces, quotes and the like; a `%` stays, since the value may
    /// be encoded already. Anywhere else it goes in as it is: there a variable can hold a path, or a whole query.
    public static func written(_ value: String, behind url: String) -> String {
        guard url.last == "=", url.contains("?"), !url.contains("#") else { return value }
        return value.reduce(into: "") { result, character in
            switch character {
            case "&": result += "%26"
            case "#": result += "%23"
            case "+": result += "%2B"
            default: result.append(character)
            }
        }
    }
}
