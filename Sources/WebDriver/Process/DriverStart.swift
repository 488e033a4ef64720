import Foundation

/// The start of a driver.
struct DriverStart {
    /// Where a driver listens.
    struct Listening: Sendable {
        let url: String
        let version: String?
    }

    private let launch: Launch
    private let path: String
    private let deadline: ContinuousClock.Instant

    // It takes 10 ms; a machine that needs longer than this is not going to run a browser.
    private static let limit = Duration.seconds(20)
    // A program that ends closes its output a moment before it counts as ended.
    private static let endLimit = Duration.seconds(1)

    init(_ launch: Launch, _ installation: Installation, _ deadline: ContinuousClock.Instant) {
        self.launch = launch
        path = installation.driverPath
        self.deadline = min(deadline, .now + Self.limit)
    }

    // With many programs starting at once, the next port can be taken too.
    private static let mostAttempts = 6

    /// Starts the driver and waits until it listens.
    ///
    /// Again where somebody took its port meanwhile; the last times on whatever port is free, of which it can find too
    /// late that it is taken on the second of its two addresses.
    ///
    /// - Throws: ``LaunchError``, or `CancellationError`; then nothing is left.
    nonisolated(nonsending) func listening() async throws -> (DriverProcess, Listening) {
        var attempts = 1
        var taken: Set<UInt16> = []
        while true {
            let port = attempts <= Self.mostAttempts / 2 ? DriverPort.take(besides: taken) : nil
            do {
                return try await attempt(port)
            } catch let error as LaunchError where error.isPortTaken && attempts < Self.mostAttempts {
                attempts += 1
                if let port { taken.insert(port.number) }
            }
        }
    }

    private nonisolated(nonsending) func attempt(
        _ port: DriverPort?
    ) async throws -> (DriverProcess, Listening) {
        let process: DriverProcess
        do {
            let folder = PrivateFolder()
            let environment = launch.environment(in: folder)
            process = try DriverProcess(
                path,
                in: folder,
                port: port,
                environment: environment,
                startBy: deadline
            )
        } catch {
            throw LaunchError(code: .system, message: "could not \(error)")
        }
        let start = await process.waitForStart()
        if case .listening(let port, let version) = start {
            return (process, Listening(url: "http://127.0.0.1:\(port)\(process.basePath)", version: version))
        }
        let log = process.logTail(bytes: 4096)
        if case .closed = start { _ = await process.hasExited(within: min(Self.endLimit, deadline - .now)) }
        let status = process.exitStatus
        await process.end()
        try Task.checkCancellation()
        throw try failure(start, status, log)
    }

    private func failure(
        _ start: DriverOutput.Start,
        _ status: ExitStatus?,
        _ log: String
    ) throws -> LaunchError {
        switch start {
        case .listening, .cancelled: throw CancellationError()
        case .closed(let output):
            let end = status?.description ?? "closed its output"
            let advice = LaunchAdvice.forLog(log) ?? "Is it a chromedriver?"
            return LaunchError(
                code: status == nil ? .driverSilent : .driverExited,
                message: "\(path) \(end) before it listened",
                advice: advice,
                log: output + log
            )
        case .silent(let output):
            return LaunchError(
                code: .driverSilent,
                message: "\(path) did not say in time at which port it listens",
                advice: "Is it a chromedriver?",
                log: output + log
            )
        }
    }
}

extension LaunchError {
    /// Whether the driver says that another listens where it wanted to.
    fileprivate var isPortTaken: Bool {
        let log = log.lowercased()
        let signs = ["address already in use", "address_in_use", "port not available"]
        return signs.contains(where: log.contains)
    }
}
