import CanaryBrowser
import CanaryModel

extension BrowserError: StepError {
    var failure: Failure { Failure(code: code, message: message, help: help, diagnoses: diagnoses) }
}
