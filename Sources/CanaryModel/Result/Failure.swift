/// Why a step, and so its flow, did not pass.
public struct Failure: Sendable, Hashable, Codable {
    /// What kind of failure it is; its ``FailureCode/outcome`` says whose.
    public var code: FailureCode
    /// What happened, in a sentence.
    public var message: String
    /// What went wrong on the page before and may be why, the most telling first.
    public var causes: [Cause]
    /// What to do about it, where something helps.
    public var help: String?
    /// The name of the step, the innermost in a group; `nil` where no step was reached.
    public var step: String?
    /// Where the step, or the condition that did not hold, stands in its file.
    public var position: SourcePosition?
    /// The lines of the flow file around the position.
    public var excerpt: SourceExcerpt?
    /// What was seen, one for each target or condition that did not come to what was asked.
    public var diagnoses: [Diagnosis]

    /// Makes a failure.
    public init(
        code: FailureCode,
        message: String,
        causes: [Cause] = [],
        help: String? = nil,
        step: String? = nil,
        position: SourcePosition? = nil,
        excerpt: SourceExcerpt? = nil,
        diagnoses: [Diagnosis] = []
    ) {
        self.code = code
        self.message = message
        self.causes = causes
        self.help = help
        self.step = step
        self.position = position
        self.excerpt = excerpt
        self.diagnoses = diagnoses
    }
}
