import CanaryBrowser
import CanaryModel
import CanaryRunner

extension BrowserError: StepError {
    var failure: Failure { Failure(code: code, message: message, help: help, diagnoses: diagnoses) }
}
