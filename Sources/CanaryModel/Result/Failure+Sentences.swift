extension Failure {
    /// What may be why, in a sentence: the most telling of the causes; `nil` where none is known.
    public var causeSentence: String? { causes.first.map { "Probably because \($0.message)" } }

    /// The failure in words, at least one sentence; what may be why comes first.
    ///
    /// Where all that went wrong is that targets or conditions did not come to what was asked, each
    /// diagnosis says it better than the message does.
    public var sentences: [String] {
        [causeSentence].compactMap(\.self) + plainSentences
    }

    private var plainSentences: [String] {
        switch code {
        case .selector where !diagnoses.isEmpty, .expectation where !diagnoses.isEmpty:
            diagnoses.map(\.sentence)
        default:
            [message] + diagnoses.map(\.sentence).filter { $0 != message }
        }
    }
}
