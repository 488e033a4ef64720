import CanaryModel
import CanaryRunner
import WebDriver

extension OpeningError {
    /// Why no session could be started.
    ///
    /// The tail of the driver's log is part of the help; `redactor` masks secrets in it.
    init(starting error: any Error, redactor: Redactor) {
        self.init(
            Failure(starting: error, redactor: redactor),
            mayPass: (error as? LaunchError)?.mayPass ?? true
        )
    }
}

extension Failure {
    fileprivate init(starting error: any Error, redactor: Redactor) {
        switch error {
        case let error as InstallationError:
            self.init(code: error.failureCode, message: error.message, help: error.help)
        case let error as LaunchError:
            let help = [error.advice ?? error.hint, error.logEnd(redactedBy: redactor)].compactMap(\.self)
                .joined(separator: "\n")
            let cause = error.cause.map { ": \($0.message)" } ?? ""
            self.init(code: .startFailed, message: error.message + cause, help: help.isEmpty ? nil : help)
        case let error as WebDriverError:
            // The driver gave a session, and failed while it was being set up.
            self.init(code: .startFailed, message: "the browser failed as it started: \(error)")
        default:
            self.init(error)
        }
    }
}

extension LaunchError {
    /// Where to look for what keeps the browser of a driver that runs somewhere from starting; `nil` for all else.
    fileprivate var hint: String? {
        guard code == .sessionRefused, cause?.startFailure == .browserExited else { return nil }
        return "the log of that driver says why; where it runs as root, the flow needs "
            + #"browser: { args: ["--no-sandbox"] }"#
    }

    /// The last lines of the log, which tell most of why a start failed; `nil` where there are none.
    fileprivate func logEnd(redactedBy redactor: Redactor) -> String? {
        let lines = redactor.redact(log).split(whereSeparator: \.isNewline).suffix(10)
        guard !lines.isEmpty else { return nil }
        return "the end of its log:\n" + lines.map { String($0).cut(to: 200) }.joined(separator: "\n")
    }

    /// Whether the same start may go better a second time.
    ///
    /// Not where the driver said no, or what is wrong is known and has to be fixed.
    var mayPass: Bool {
        switch code {
        case .remoteURL, .remoteUnreachable: false
        case .system, .driverExited, .driverSilent: true
        case .browserExited: advice == nil
        case .sessionRefused:
            advice == nil && cause.map { $0.startFailure?.isRetryWorthwhile ?? true } ?? false
        }
    }
}

extension InstallationError {
    fileprivate var failureCode: FailureCode {
        switch code {
        case .driverMissing: .driverMissing
        case .browserMissing, .notExecutable: .browserMissing
        case .versionMismatch: .versionMismatch
        }
    }

    fileprivate var help: String {
        searched.isEmpty ? advice : "\(advice)\nlooked for: \(searched.joined(separator: ", "))"
    }
}
