extension DriverProcess {
    /// Why the driver gave no session, with what its log and the browser's say.
    func startFailure(_ cause: WebDriverError) -> any Error {
        let log = logTail(bytes: 4096)
        if cause.startFailure == .versionMismatch {
            return InstallationError(
                code: .versionMismatch,
                message: cause.message,
                advice: VersionPair.advice
            )
        }
        if isBrowserDead || cause.startFailure == .browserExited {
            return LaunchError(
                code: .browserExited,
                message: "the browser ended while it started",
                advice: LaunchAdvice.forLog(log),
                cause: isBrowserDead ? nil : cause,
                log: log
            )
        }
        return LaunchError(
            code: .sessionRefused,
            message: "the driver gave no session",
            advice: LaunchAdvice.forLog(log),
            cause: cause,
            log: log
        )
    }
}
