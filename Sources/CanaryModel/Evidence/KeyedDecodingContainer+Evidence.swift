// Results of versions that kept no evidence lack these keys: they are read as results with none. The decoders that the
// compiler makes for the result's types take these functions.

extension KeyedDecodingContainer {
    func decode(_ type: [ConsoleEntry].Type, forKey key: Key) throws -> [ConsoleEntry] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [FailedRequest].Type, forKey key: Key) throws -> [FailedRequest] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [Cause].Type, forKey key: Key) throws -> [Cause] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: EvidenceFiles.Type, forKey key: Key) throws -> EvidenceFiles {
        try decodeIfPresent(type, forKey: key) ?? EvidenceFiles()
    }
}
