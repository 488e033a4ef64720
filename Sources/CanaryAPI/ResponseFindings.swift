package import CanaryModel

/// What judging conditions on a response came to.
package struct ResponseFindings: Sendable {
    /// Why each does not hold that does not.
    package var unmet: [Diagnosis] = []
    /// Each that holds, in words with what was found: `$.status to equal "ok": "ok"`; secrets in it as they are.
    package var held: [String] = []
}
