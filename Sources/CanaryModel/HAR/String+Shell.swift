extension String {
    /// The text as one word of a POSIX shell, in which nothing has a meaning.
    package var shellQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }

    /// The same, without quotes where it needs none.
    package var shellWord: String {
        let isPlain = !isEmpty && utf8.allSatisfy(\.isPlainInShell)
        return isPlain ? self : shellQuoted
    }
}

extension UInt8 {
    fileprivate var isPlainInShell: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "@"):
            true
        default: false
        }
    }
}
