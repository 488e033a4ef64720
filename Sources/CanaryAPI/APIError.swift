package import CanaryModel

/// Why a request did not do what its step asks.
package struct APIError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    package var code: FailureCode
    /// What happened, in a sentence.
    package var description: String
    /// What to do about it.
    package var help: String?
    /// What was found, one for each condition that did not hold.
    package var diagnoses: [Diagnosis]

    /// Makes an error.
    package init(_ code: FailureCode, _ description: String, help: String? = nil, diagnoses: [Diagnosis] = [])
    {
        self.code = code
        self.description = description
        self.help = help
        self.diagnoses = diagnoses
    }
}
