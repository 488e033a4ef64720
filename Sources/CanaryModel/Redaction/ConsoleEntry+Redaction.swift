extension ConsoleEntry {
    /// The entry with every secret in its texts masked.
    public func redacted(by redactor: Redactor) -> ConsoleEntry {
        var entry = self
        entry.text = redactor.redact(text)
        entry.url = url.map(redactor.redact)
        return entry
    }
}
