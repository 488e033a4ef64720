extension Failure {
    /// The failure in words, at least one sentence.
    ///
    /// Where all that went wrong is that targets or conditions did not come to what was asked, each
    /// diagnosis says it better than the message does.
    public var sentences: [String] {
        switch code {
        case .selector where !diagnoses.isEmpty, .expectation where !diagnoses.isEmpty:
            diagnoses.map(\.sentence)
        default:
            [message] + diagnoses.map(\.sentence).filter { $0 != message }
        }
    }
}
