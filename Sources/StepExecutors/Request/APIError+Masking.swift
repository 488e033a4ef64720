import CanaryAPI
import CanaryModel

extension APIError {
    /// The error with secrets masked, and what is left of long texts: half of a secret would not be found any more.
    func masked(by redactor: Redactor) -> APIError {
        var error = self
        error.description = redactor.redact(description).cut(to: 500)
        error.diagnoses = diagnoses.map { $0.masked(by: redactor) }
        return error
    }
}

extension Diagnosis {
    /// The diagnosis with secrets masked, and what is left of long texts.
    func masked(by redactor: Redactor) -> Diagnosis {
        var diagnosis = redacted(by: redactor)
        diagnosis.actual = diagnosis.actual?.cut(to: 500)
        diagnosis.wanted = diagnosis.wanted.cut(to: 500)
        return diagnosis
    }
}
