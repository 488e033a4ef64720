extension String {
    /// The text with at most `limit` Unicode scalars, the last one `…` where something was cut off.
    ///
    /// Scalars, not characters: one character may hold any number of combining marks.
    package func cut(to limit: Int) -> String {
        let scalars = unicodeScalars
        guard let end = scalars.index(startIndex, offsetBy: limit, limitedBy: endIndex), end != endIndex
        else {
            return self
        }
        return String(scalars[..<scalars.index(before: end)]) + "…"
    }
}
