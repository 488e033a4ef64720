/// What was removed of a run's evidence so that the rest takes no more than it may.
public struct RemovedEvidence: Sendable, Hashable, Codable {
    /// How many files.
    public var files: Int
    /// How many bytes they took.
    public var bytes: Int
    /// How many bytes the evidence of the run may take.
    public var limit: Int

    /// Makes a count.
    public init(files: Int, bytes: Int, limit: Int) {
        self.files = files
        self.bytes = bytes
        self.limit = limit
    }

    /// The count in words: `3 files of evidence (1.2 MB) were removed: all of it may take 200 MB`.
    package var sentence: String {
        (files == 1
            ? "1 file of evidence (\(bytes.size)) was" : "\(files) files of evidence (\(bytes.size)) were")
            + " removed: all of it may take \(limit.size) (--max-artifacts)"
    }
}
