extension KeyChord {
    /// A part of a written chord that is not a key, or not a modifier where one must stand.
    public struct Mistake: Error, Sendable, Hashable {
        /// The part as written; empty where a key is missing.
        public let part: String
        /// Whether the part is a key, but one that is not held while another is pressed.
        public let isPlainKey: Bool
    }

    /// Makes a chord from its written form: key names joined by `+`, as in `Control+Shift+A`.
    ///
    /// White space around a name does not count. The plus key itself is `+`, or `Control++`.
    ///
    /// - Parameter written: The chord, such as `Enter`, `Control+A` or `+`.
    /// - Throws: The first part that is not a key, or stands before another without being a modifier.
    public init(written: String) throws(Mistake) {
        var names = written.split(separator: "+", omittingEmptySubsequences: false).map(Self.trimmed)
        if names.count > 1, names.suffix(2) == ["", ""] {
            names.replaceSubrange((names.count - 2)..., with: ["+"])
        }
        var keys: [Key] = []
        for name in names {
            guard let key = Key(named: name) else { throw Mistake(part: name, isPlainKey: false) }
            keys.append(key)
        }
        guard let last = keys.popLast() else { throw Mistake(part: "", isPlainKey: false) }
        for (key, name) in zip(keys, names) where !key.isModifier {
            throw Mistake(part: name, isPlainKey: true)
        }
        self.init(modifiers: keys, key: last, written: written)
    }

    private static func trimmed(_ name: Substring) -> String {
        var name = name
        while name.count > 1, name.first?.isWhitespace ?? false { name.removeFirst() }
        while name.count > 1, name.last?.isWhitespace ?? false { name.removeLast() }
        return String(name)
    }
}
